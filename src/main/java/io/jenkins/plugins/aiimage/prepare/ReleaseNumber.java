package io.jenkins.plugins.aiimage.prepare;

/** The first two numbers of a version: {@code 20.10} of {@code 20.10.24+dfsg1}. */
record ReleaseNumber(int major, int minor) implements Comparable<ReleaseNumber> {
  private static final int MAX_DIGITS = 6;

  /** A version without numbers is later than all: nothing is known to be missing in it. */
  static ReleaseNumber of(String version) {
    String text = version.startsWith("v") ? version.substring(1) : version;
    int end = digits(text, 0);
    if (end == 0 || end > MAX_DIGITS) {
      return new ReleaseNumber(Integer.MAX_VALUE, 0);
    }
    int major = Integer.parseInt(text.substring(0, end));
    int minorEnd = end < text.length() && text.charAt(end) == '.' ? digits(text, end + 1) : end;
    boolean readable = minorEnd > end + 1 && minorEnd - end <= MAX_DIGITS;
    return new ReleaseNumber(
        major, readable ? Integer.parseInt(text.substring(end + 1, minorEnd)) : 0);
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  boolean isBefore(ReleaseNumber other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(ReleaseNumber other) {
    return major == other.major
        ? Integer.compare(minor, other.minor)
        : Integer.compare(major, other.major);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
