package io.jenkins.plugins.aiimage.build.process;

import java.time.Duration;

/**
 * How long something is waited for.
 *
 * @param total for all of it
 * @param silence for the next sign of life
 */
public record Patience(Duration total, Duration silence) {}
