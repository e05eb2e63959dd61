package io.jenkins.plugins.aiimage.build.failure;

/** Lower case of ASCII alone, which never changes a text's length. */
final class Ascii {
  private Ascii() {}

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  static String lower(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = lower(chars[i]);
    }
    return new String(chars);
  }
}
