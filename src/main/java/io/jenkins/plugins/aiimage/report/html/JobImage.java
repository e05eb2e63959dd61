package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.ImageHistory;

/**
 * An image that a job makes.
 *
 * @param job its name as people read it
 * @param link where more is to be read of the job's images, relative to the page
 */
public record JobImage(String job, String link, ImageHistory image) {}
