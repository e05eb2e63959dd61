package io.jenkins.plugins.aiimage.report;

import java.time.Instant;

/**
 * An event with its place in the story.
 *
 * @param number from 1, without gaps; reading an entry twice must change nothing
 */
public record Entry(long number, Instant time, Event event) {}
