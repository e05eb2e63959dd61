package io.jenkins.plugins.aiimage.registry;

/**
 * The grammar of names, as the distribution project's reference package defines it. Written out by
 * hand, because regular expressions cost start-up time.
 */
final class ReferenceGrammar {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_TAG = 128;

  private ReferenceGrammar() {}

  static void requireRepository(String repository) {
    if (repository.isEmpty()) {
      throw new InvalidReferenceException(
          "The repository name is empty: write one such as ai/app.");
    }
    if (repository.length() > LONGEST_NAME) {
      throw new InvalidReferenceException(
          "The repository name is longer than " + LONGEST_NAME + " characters: " + repository);
    }
    for (String component : repository.split("/", -1)) {
      if (!isComponent(component)) {
        throw new InvalidReferenceException(
            "\""
                + repository
                + "\" is not a repository name: write lower-case letters and digits, with single"
                + " separators . _ - / between them.");
      }
    }
  }

  static void requireTag(String tag) {
    if (!isTag(tag)) {
      throw new InvalidReferenceException(
          "\""
              + tag
              + "\" is not a tag: write up to 128 letters, digits and . _ - and begin with none of"
              + " . and -.");
    }
  }

  static void requireHost(String name) {
    if (!isHost(name)) {
      throw new InvalidReferenceException(
          "\""
              + name
              + "\" is not a registry: write HOST or HOST:PORT, such as registry.example.com:5000,"
              + " without a path.");
    }
  }

  /** Alphanumeric runs with a separator between each two: one . or _, two _, or any number of -. */
  private static boolean isComponent(String text) {
    int i = 0;
    while (true) {
      int run = i;
      while (i < text.length() && isLowerAlphanumeric(text.charAt(i))) {
        i++;
      }
      if (i == run) {
        return false;
      }
      if (i == text.length()) {
        return true;
      }
      int separator = i;
      while (i < text.length() && !isLowerAlphanumeric(text.charAt(i))) {
        i++;
      }
      if (!isSeparator(text, separator, i)) {
        return false;
      }
    }
  }

  private static boolean isSeparator(String text, int from, int to) {
    if (to - from == 1) {
      return "._-".indexOf(text.charAt(from)) >= 0;
    }
    if (to - from == 2 && text.startsWith("__", from)) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isTag(String tag) {
    if (tag.isEmpty() || tag.length() > LONGEST_TAG || ".-".indexOf(tag.charAt(0)) >= 0) {
      return false;
    }
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      if (!isAlphanumeric(c) && "._-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHost(String name) {
    int colon = name.lastIndexOf(':');
    int bracket = name.lastIndexOf(']');
    if (colon > bracket) {
      return isPort(name.substring(colon + 1)) && isHostWithoutPort(name.substring(0, colon));
    }
    return isHostWithoutPort(name);
  }

  private static boolean isPort(String text) {
    if (text.isEmpty() || text.length() > 5) {
      return false;
    }
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      port = port * 10 + digit;
    }
    return port > 0 && port < 65536;
  }

  private static boolean isHostWithoutPort(String host) {
    if (host.startsWith("[")) {
      return isIpv6(host);
    }
    for (String label : host.split("\\.", -1)) {
      if (!isLabel(label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(String label) {
    if (label.isEmpty() || label.startsWith("-") || label.endsWith("-")) {
      return false;
    }
    for (int i = 0; i < label.length(); i++) {
      if (!isAlphanumeric(label.charAt(i)) && label.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isIpv6(String host) {
    if (!host.endsWith("]") || host.indexOf(':') < 0) {
      return false;
    }
    for (int i = 1; i < host.length() - 1; i++) {
      if (Character.digit(host.charAt(i), 16) < 0 && ":.".indexOf(host.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isAlphanumeric(char c) {
    return isLowerAlphanumeric(c) || (c >= 'A' && c <= 'Z');
  }
}
