package io.jenkins.plugins.aiimage.build.failure;

/** User names and passwords in the addresses of a text. */
public final class Credentials {
  private static final String SCHEME_END = "://";

  private Credentials() {}

  /** The text without them: {@code https://user:secret@host/x} becomes {@code https://host/x}. */
  public static String cutFrom(String text) {
    int scheme = text.indexOf(SCHEME_END);
    if (scheme < 0) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    int done = 0;
    while (scheme >= 0) {
      int host = scheme + SCHEME_END.length();
      clean.append(text, done, host);
      done = endOfCredentials(text, host);
      scheme = text.indexOf(SCHEME_END, done);
    }
    return clean.append(text, done, text.length()).toString();
  }

  /** Where the host begins. */
  private static int endOfCredentials(String text, int from) {
    int slash = -1;
    int end = from;
    int at = -1;
    while (end < text.length() && !endsAddress(text.charAt(end))) {
      char c = text.charAt(end);
      if (slash < 0 && (c == '/' || c == '?' || c == '#')) {
        slash = end;
      }
      // Behind the first slash it is part of a path, unless a password holds that slash.
      if (c == '@' && (slash < 0 || !isHost(text.substring(from, slash)))) {
        at = end;
      }
      end++;
    }
    return at < 0 ? from : at + 1;
  }

  private static boolean endsAddress(char c) {
    return Character.isWhitespace(c) || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>';
  }

  /** A colon in a host is followed by the digits of a port. */
  private static boolean isHost(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || text.startsWith("[")) {
      return true;
    }
    for (int i = colon + 1; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
