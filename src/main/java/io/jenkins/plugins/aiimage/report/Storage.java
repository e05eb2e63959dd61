package io.jenkins.plugins.aiimage.report;

/**
 * The room where the engine keeps its images.
 *
 * @param freeBytes that were left before the first phase
 * @param totalBytes of the file system
 */
public record Storage(String folder, long freeBytes, long totalBytes) {}
