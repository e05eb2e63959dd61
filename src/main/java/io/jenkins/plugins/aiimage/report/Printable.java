package io.jenkins.plugins.aiimage.report;

/** Text from a build, or from whoever started it, in one line and harmless for a terminal. */
public final class Printable {
  private Printable() {}

  /**
   * Control characters become question marks, and so do other ends of lines, halves of characters
   * and the marks that turn the direction of the text around them (CVE-2021-42574).
   */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(c -> printable.appendCodePoint(isHarmless(c) ? c : '?'));
    return printable.toString();
  }

  private static boolean isHarmless(int c) {
    boolean turns =
        c == 0x061C
            || c == 0x200E
            || c == 0x200F
            || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2066 && c <= 0x2069);
    return c == '\t'
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE ->
              false;
          default -> !turns;
        };
  }

  /**
   * The same, cut where it is too long.
   *
   * @param length in characters, at least 1
   */
  public static String shortened(String text, int length) {
    String printable = of(text).strip();
    return printable.length() <= length ? printable : printable.substring(0, length - 1) + "…";
  }
}
