package io.jenkins.plugins.aiimage.report;

/**
 * A package that a phase installed.
 *
 * @param version empty if the tool did not say it
 */
public record Installed(String name, String version) {}
