package io.jenkins.plugins.aiimage.report.console;

/** Text from a build made harmless for a terminal. */
final class Printable {
  private Printable() {}

  /** Control characters become question marks. */
  static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> printable.appendCodePoint(Character.isISOControl(c) && c != '\t' ? '?' : c));
    return printable.toString();
  }

  static String shortened(String text, int length) {
    String printable = of(text).strip();
    return printable.length() <= length ? printable : printable.substring(0, length - 1) + "…";
  }
}
