package io.jenkins.plugins.aiimage.dockerfile;

/**
 * A comment line between instructions.
 *
 * @param line 1-based
 * @param start offset of the line
 * @param text without the number sign, trimmed
 */
public record Comment(int line, int start, String text) {}
