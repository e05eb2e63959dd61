package io.jenkins.plugins.aiimage.report.html;

import java.util.Locale;

/**
 * Shows what a text would hide: control characters, invisible ones and the marks that reverse the
 * direction of the text around them ("Trojan Source", CVE-2021-42574).
 */
final class Visible {
  private Visible() {}

  static String of(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(visible, c));
    return visible.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\t') {
      out.append(' ');
    } else if (c == '\n') {
      out.append('↵');
    } else if (c < ' ') {
      out.append('^').append((char) (c + '@')); // As terminals do: ^[ is escape.
    } else if (isHarmless(c)) {
      out.appendCodePoint(c);
    } else {
      String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
      out.append("⟨U+").append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex).append('⟩');
    }
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
