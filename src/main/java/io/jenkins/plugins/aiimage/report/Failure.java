package io.jenkins.plugins.aiimage.report;

/** Why the run failed. */
public record Failure(Problem problem, String message) {}
