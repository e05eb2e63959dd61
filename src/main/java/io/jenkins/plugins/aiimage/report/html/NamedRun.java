package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport;

/**
 * A report and by what its readers find it again.
 *
 * @param name the number of a build, the name of a file
 */
public record NamedRun(String name, RunReport report) {}
