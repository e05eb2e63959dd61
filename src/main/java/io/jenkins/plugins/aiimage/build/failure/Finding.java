package io.jenkins.plugins.aiimage.build.failure;

import io.jenkins.plugins.aiimage.report.Cause;
import java.util.Optional;

/**
 * A line that shows why an attempt fails.
 *
 * @param line as the builder said it
 * @param hint what a person can do about it
 */
public record Finding(Cause cause, String line, Optional<String> hint) {}
