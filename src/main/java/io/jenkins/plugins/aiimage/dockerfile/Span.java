package io.jenkins.plugins.aiimage.dockerfile;

/**
 * A stretch of the Dockerfile's text.
 *
 * @param firstLine first line, 1-based
 * @param lastLine last line, inclusive
 * @param start offset of the first character
 * @param end offset after the last character; an instruction's span includes its line end
 */
public record Span(int firstLine, int lastLine, int start, int end) {
  /** The characters this span covers in {@code text}. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
