package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text as the Dockerfile's lexer sees it (continuations joined, comments gone) that still knows
 * where in the file each of its characters stands.
 */
final class LogicalText {
  private final String text;
  private final int[] offsets;

  private LogicalText(String text, int[] offsets) {
    this.text = text;
    this.offsets = offsets;
  }

  static boolean isBlank(char c) {
    // What Go's unicode.IsSpace accepts; Docker trims by it.
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
  }

  private static boolean separates(char c) {
    // Docker splits words at these only, and not at every blank.
    return c == ' ' || c == '\t' || c == '\u000b' || c == '\f' || c == '\r';
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  int length() {
    return text.length();
  }

  char charAt(int index) {
    return text.charAt(index);
  }

  /** Where in the file the character at {@code index} stands. */
  int offset(int index) {
    return offsets[index];
  }

  /** The characters from {@code start} to {@code end}. */
  LogicalText part(int start, int end) {
    return new LogicalText(text.substring(start, end), Arrays.copyOfRange(offsets, start, end));
  }

  LogicalText from(int start) {
    return part(start, length());
  }

  LogicalText trim() {
    int start = 0;
    int end = length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return part(start, end);
  }

  /** Index of the first separator, or the length. */
  int endOfWord() {
    int end = 0;
    while (end < length() && !separates(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The words between blanks; quotes mean nothing here. */
  List<LogicalText> words() {
    List<LogicalText> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= length(); i++) {
      if (i == length() || separates(text.charAt(i))) {
        if (i > start) {
          words.add(part(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** The stretch of {@code file} from this text's first to its last character; not for empty. */
  Span span(String file) {
    int start = offsets[0];
    int end = offsets[offsets.length - 1] + 1;
    return new Span(lineAt(file, start), lineAt(file, end - 1), start, end);
  }

  private static int lineAt(String file, int offset) {
    int line = 1;
    for (int i = file.indexOf('\n'); i >= 0 && i < offset; i = file.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }

  @Override
  public String toString() {
    return text;
  }

  /** Collects characters together with their offsets. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[64];

    void append(char c, int offset) {
      if (text.length() == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * offsets.length);
      }
      offsets[text.length()] = offset;
      text.append(c);
    }

    void append(LogicalText source, int index) {
      append(source.text.charAt(index), source.offsets[index]);
    }

    void append(String file, int start, int end) {
      for (int i = start; i < end; i++) {
        append(file.charAt(i), i);
      }
    }

    LogicalText build() {
      return new LogicalText(text.toString(), Arrays.copyOf(offsets, text.length()));
    }
  }
}
