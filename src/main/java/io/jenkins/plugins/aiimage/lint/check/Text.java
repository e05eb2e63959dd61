package io.jenkins.plugins.aiimage.lint.check;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The text of a file by lines. */
final class Text {
  private final int[] ends;

  Text(String text) {
    this.ends = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').toArray();
  }

  /** The line that a character stands in; 1-based. */
  int line(int offset) {
    int found = Arrays.binarySearch(ends, offset);
    return (found < 0 ? -found - 1 : found) + 1;
  }

  /** How the lines of this file end, by its first. */
  static String lineEnd(String text) {
    int feed = text.indexOf('\n');
    return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }
}
