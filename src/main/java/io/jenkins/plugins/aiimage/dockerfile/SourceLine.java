package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * A physical line of the file.
 *
 * @param number 1-based
 * @param start offset of its first character, a byte order mark left out
 * @param contentEnd offset after its last character that belongs to no line end
 * @param end offset of the next line
 */
record SourceLine(int number, int start, int contentEnd, int end) {
  static List<SourceLine> of(String text) {
    List<SourceLine> lines = new ArrayList<>();
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      int contentEnd = end;
      while (contentEnd > start && "\r\n".indexOf(text.charAt(contentEnd - 1)) >= 0) {
        contentEnd--;
      }
      lines.add(new SourceLine(lines.size() + 1, start, contentEnd, end));
      start = end;
    }
    return lines;
  }

  /** Offset of the first character that is no blank. */
  int indent(String text) {
    int first = start;
    while (first < contentEnd && LogicalText.isBlank(text.charAt(first))) {
      first++;
    }
    return first;
  }

  boolean isBlank(String text) {
    return indent(text) == contentEnd;
  }

  boolean isComment(String text) {
    int first = indent(text);
    return first < contentEnd && text.charAt(first) == '#';
  }

  String content(String text) {
    return text.substring(start, contentEnd);
  }

  /**
   * Offset of the escape character that continues this line on the next, or -1. An escape character
   * before it takes its meaning away.
   */
  int continuation(String text, char escape) {
    int last = contentEnd - 1;
    while (last >= start && (text.charAt(last) == ' ' || text.charAt(last) == '\t')) {
      last--;
    }
    boolean continues =
        last >= start
            && text.charAt(last) == escape
            && (last == start || text.charAt(last - 1) != escape);
    return continues ? last : -1;
  }
}
