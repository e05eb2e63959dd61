package io.jenkins.plugins.aiimage.lint.check;

/**
 * Other text for a stretch of the file.
 *
 * @param start offset of the first character that goes
 * @param end offset after the last; {@code start} for an insertion
 */
public record Edit(int start, int end, String text) {}
