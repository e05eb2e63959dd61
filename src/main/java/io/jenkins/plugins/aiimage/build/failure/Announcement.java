package io.jenkins.plugins.aiimage.build.failure;

import java.util.Optional;

/** Lines by which pip, uv and apt say what they download next. */
final class Announcement {
  private static final String COLLECTING = "Collecting ";
  private static final String DOWNLOADING = "Downloading ";
  private static final String GET = "Get:";

  /** {@code Get:5 http://… bookworm/main amd64 curl amd64 7.88 [315 kB]}. */
  private static final int PACKAGE_OF_GET = 4;

  private Announcement() {}

  /** The name of the package, without its version; empty if the line announces none. */
  static Optional<String> packageIn(String line) {
    String text = line.stripLeading();
    if (text.startsWith(COLLECTING)) {
      return name(word(text, COLLECTING.length()));
    }
    if (text.startsWith(DOWNLOADING)) {
      String file = word(text, DOWNLOADING.length());
      // A size, or a file: conda says "Downloading and Extracting Packages".
      boolean isPackage = text.startsWith(" (", DOWNLOADING.length() + file.length());
      return isPackage || isFile(file) ? name(file) : Optional.empty();
    }
    if (text.startsWith(GET)) {
      String[] words = text.split(" +", PACKAGE_OF_GET + 3);
      // The lists of packages come without an architecture behind their name.
      boolean isPackage =
          words.length > PACKAGE_OF_GET + 1
              && !words[PACKAGE_OF_GET].startsWith("[")
              && !words[PACKAGE_OF_GET + 1].startsWith("[");
      return isPackage ? Optional.of(words[PACKAGE_OF_GET]) : Optional.empty();
    }
    return Optional.empty();
  }

  private static String word(String text, int from) {
    int blank = text.indexOf(' ', from);
    return blank < 0 ? text.substring(from) : text.substring(from, blank);
  }

  private static boolean isFile(String name) {
    return name.endsWith(".whl") || name.endsWith(".gz") || name.endsWith(".zip");
  }

  /** From a requirement such as {@code torch[cuda]>=2.3}, a file or an address. */
  private static Optional<String> name(String requirement) {
    String text = requirement.substring(requirement.lastIndexOf('/') + 1);
    int end = 0;
    while (end < text.length() && !endsName(text, end)) {
      end++;
    }
    return end == 0 ? Optional.empty() : Optional.of(text.substring(0, end));
  }

  private static boolean endsName(String text, int at) {
    char c = text.charAt(at);
    return "=<>!~;[(@,".indexOf(c) >= 0
        || (c == '-' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)));
  }
}
