package io.jenkins.plugins.aiimage.build.failure;

/**
 * Takes terminal control sequences out of a line. Docker's classic builder colours standard error
 * even without a terminal, and its codes cut words apart.
 */
public final class Ansi {
  private static final char ESCAPE = '\u001b';

  private Ansi() {}

  public static String strip(String line) {
    if (line.indexOf(ESCAPE) < 0) {
      return line;
    }
    StringBuilder plain = new StringBuilder(line.length());
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c != ESCAPE) {
        plain.append(c);
        at++;
      } else {
        at = endOfSequence(line, at + 1);
      }
    }
    return plain.toString();
  }

  /** ECMA-48: CSI is {@code [}, parameters below {@code @}, and one final byte. */
  private static int endOfSequence(String text, int from) {
    if (from >= text.length() || text.charAt(from) != '[') {
      return Math.min(from + 1, text.length());
    }
    int at = from + 1;
    while (at < text.length() && (text.charAt(at) < '@' || text.charAt(at) > '~')) {
      at++;
    }
    return Math.min(at + 1, text.length());
  }
}
