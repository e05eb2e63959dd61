package io.jenkins.plugins.aiimage.build;

import java.util.List;
import java.util.Optional;

/**
 * What a build fetches or installs now, by the lines of pip, uv, apt (seen with pip 23.0 and apt
 * 2.6) and of the builders.
 *
 * @param words for instance {@code downloading torch 2.3.0 (198.6 MB)}
 */
record Fetching(Optional<String> words) {
  static final Fetching NONE = new Fetching(Optional.empty());

  private static final int LONGEST = 120;
  private static final int NAMES = 3;
  private static final int LAYER = 12;

  /** {@code Get:5 http://… bookworm/main amd64 curl amd64 7.88 [315 kB]}. */
  private static final int GET_PACKAGE = 4;

  private static final int GET_VERSION = 6;

  /** How lines begin after which nothing of this goes on, or something is wrong. */
  private static final List<String> ENDS =
      List.of(
          "Successfully ",
          "Fetched ",
          "Processing triggers ",
          "Reading package lists",
          "Prepared ",
          "Installed ",
          "Status: ",
          "Writing manifest ",
          "WARNING: ",
          "ERROR: ",
          "W: ",
          "E: ",
          "Err:",
          "Ign:");

  /** After another line, without the builder's prefix. */
  Fetching heard(String line) {
    String text = line.strip();
    if (endsIt(text)) {
      return NONE;
    }
    Optional<String> now = words(text);
    return now.isPresent() ? new Fetching(now.map(Fetching::shortened)) : this;
  }

  private static Optional<String> words(String text) {
    if (text.startsWith("Collecting ")) {
      return Optional.of("collecting " + Requirement.name(word(text, 1)));
    }
    if (text.startsWith("Downloading ")) {
      return downloading(text);
    }
    if (text.startsWith("Installing collected packages: ")) {
      return Optional.of("installing " + some(text.substring(text.indexOf(':') + 2)));
    }
    if (text.startsWith("Building wheel for ")) {
      return Optional.of("building " + word(text, 3));
    }
    if (text.startsWith("Get:")) {
      return got(text);
    }
    if (text.endsWith(" ...") && text.startsWith("Unpacking ")) {
      return debian(text, "unpacking ", 1);
    }
    if (text.endsWith(" ...") && text.startsWith("Setting up ")) {
      return debian(text, "setting up ", 2);
    }
    return layer(text);
  }

  /** A file with its size, or without one; conda says "Downloading and Extracting Packages". */
  private static Optional<String> downloading(String text) {
    String file = word(text, 1);
    String name = Requirement.file(file);
    int size = text.indexOf(" (");
    boolean announced = size >= 0 && text.endsWith(")") && text.indexOf(' ', 12) == size;
    return announced || !name.equals(file)
        ? Optional.of("downloading " + name + (announced ? text.substring(size) : ""))
        : Optional.empty();
  }

  private static Optional<String> got(String text) {
    String[] words = text.split(" +", GET_VERSION + 4);
    int size = text.lastIndexOf('[');
    String bytes =
        size > 0 && text.endsWith("]")
            ? " (" + text.substring(size + 1, text.length() - 1) + ")"
            : "";
    // The lists of packages come without an architecture and a version behind their name.
    boolean isPackage = words.length > GET_VERSION && !words[GET_VERSION].startsWith("[");
    boolean isWhole = isPackage && !words[GET_PACKAGE + 1].startsWith("[");
    return Optional.of(
        isWhole
            ? "downloading " + words[GET_PACKAGE] + " " + words[GET_VERSION] + bytes
            : "downloading lists of packages" + bytes);
  }

  /** {@code Setting up libfoo:amd64 (1.2-3) ...}. */
  private static Optional<String> debian(String text, String doing, int at) {
    String name = word(text, at);
    int colon = name.indexOf(':');
    String version = word(text, at + 1);
    boolean known = version.startsWith("(") && version.endsWith(")");
    return Optional.of(
        doing
            + (colon < 0 ? name : name.substring(0, colon))
            + (known ? " " + version.substring(1, version.length() - 1) : ""));
  }

  /**
   * {@code sha256:… 10.49MB / 29.13MB 0.8s}, {@code Copying blob …}, {@code …: Pulling fs layer}.
   */
  private static Optional<String> layer(String text) {
    if (text.startsWith("sha256:") && text.contains("B / ")) {
      return Optional.of(
          "downloading layer "
              + id(word(text, 0))
              + " ("
              + word(text, 1)
              + " of "
              + word(text, 3)
              + ")");
    }
    if (text.startsWith("Copying blob ")) {
      return Optional.of("downloading layer " + id(word(text, 2)));
    }
    return text.endsWith(": Pulling fs layer")
        ? Optional.of("downloading layer " + id(text.substring(0, text.indexOf(':'))))
        : Optional.empty();
  }

  private static boolean endsIt(String text) {
    return ENDS.stream().anyMatch(text::startsWith)
        || (text.startsWith("sha256:") && text.endsWith(" done"))
        || (text.startsWith("Building wheel for ") && text.contains(": finished"));
  }

  private static String id(String digest) {
    String hex = digest.startsWith("sha256:") ? digest.substring("sha256:".length()) : digest;
    return hex.substring(0, Math.min(LAYER, hex.length()));
  }

  /** {@code numpy, torch and 32 more}. */
  private static String some(String list) {
    String[] names = list.split(", ", -1);
    if (names.length <= NAMES) {
      return list;
    }
    return names[0] + ", " + names[1] + " and " + (names.length - 2) + " more";
  }

  /** Empty if there are not so many. */
  private static String word(String text, int number) {
    String[] words = text.split(" +", number + 2);
    return words.length > number ? words[number] : "";
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 2));
    return text.substring(0, splitsPair ? LONGEST - 2 : LONGEST - 1) + "…";
  }
}
