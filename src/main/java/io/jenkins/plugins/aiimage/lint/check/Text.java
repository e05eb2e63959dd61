package io.jenkins.plugins.aiimage.lint.check;

/** The text of a file by lines. */
final class Text {
  private Text() {}

  /** 1-based. */
  static int line(String text, int offset) {
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }

  /** How the lines of this file end, by its first. */
  static String lineEnd(String text) {
    int feed = text.indexOf('\n');
    return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }
}
