package io.jenkins.plugins.aiimage.build.failure;

/**
 * What of a builder's line only repeats the Dockerfile. A RUN that mentions "no space left on
 * device" is not a full disk.
 */
final class DockerfileEcho {
  private static final String CLASSIC = "' returned a non-zero code: ";
  private static final String BUILDKIT = "did not complete successfully: ";
  private static final String OLDER_BUILDKIT = "executor failed running [";
  private static final String BUILDAH = "building at STEP \"";
  private static final String QUOTE_END = "\": ";

  private DockerfileEcho() {}

  /** Whether a builder that goes step by step begins the next: {@code Step 2/5 : RUN …}. */
  static boolean isStep(String line) {
    return line.regionMatches(true, 0, "Step ", 0, 5)
        && line.length() > 5
        && Character.isDigit(line.charAt(5));
  }

  /** Where the repetition ends: 0 if there is none, the length if the line says nothing else. */
  static int end(String line) {
    if (isStep(line) || isTraced(line) || isExcerpt(line) || isVertex(line)) {
      return line.length();
    }
    if (line.startsWith("The command '")) {
      return after(line.lastIndexOf(CLASSIC), CLASSIC);
    }
    if (line.contains("process \"") && line.contains(BUILDKIT)) {
      return after(line.lastIndexOf(BUILDKIT), BUILDKIT);
    }
    if (line.contains(OLDER_BUILDKIT)) {
      return after(line.lastIndexOf("]: "), "]: ");
    }
    int quoted = line.indexOf(BUILDAH);
    if (quoted < 0) {
      return 0;
    }
    // A RUN may hold such quotes itself, and nothing quoted follows it; of the others the reverse.
    boolean run = line.startsWith("RUN", quoted + BUILDAH.length());
    return after(
        run ? line.lastIndexOf(QUOTE_END) : line.indexOf(QUOTE_END, quoted + BUILDAH.length()),
        QUOTE_END);
  }

  private static int after(int at, String text) {
    return at < 0 ? 0 : at + text.length();
  }

  /** {@code + pip install torch}: the shell's {@code set -x}. */
  private static boolean isTraced(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == '+') {
      at++;
    }
    return at > 0 && at < line.length() && line.charAt(at) == ' ';
  }

  /** {@code 3 | >>> RUN …}: lines of a source, as BuildKit, compilers and poetry show them. */
  private static boolean isExcerpt(String line) {
    int at = skipBlanks(line, 0);
    int digits = skipDigits(line, at);
    int bar = skipBlanks(line, digits);
    return digits > at
        && bar < line.length()
        && (line.charAt(bar) == '|' || line.charAt(bar) == '│');
  }

  /** {@code [stage 2/3] RUN …}, and with {@code > } before it where BuildKit shows its end. */
  private static boolean isVertex(String line) {
    int at = line.startsWith(" > ") ? 3 : 0;
    int close = line.indexOf("] ");
    if (close < 0 || !line.startsWith("[", at)) {
      return false;
    }
    int number = close;
    while (number > at && Character.isDigit(line.charAt(number - 1))) {
      number--;
    }
    return number < close
        && line.charAt(number - 1) == '/'
        && Character.isDigit(line.charAt(number - 2));
  }

  private static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static int skipDigits(String line, int from) {
    int at = from;
    while (at < line.length() && Character.isDigit(line.charAt(at))) {
      at++;
    }
    return at;
  }
}
