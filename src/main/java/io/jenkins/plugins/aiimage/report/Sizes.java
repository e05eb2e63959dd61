package io.jenkins.plugins.aiimage.report;

/** Sizes as people read them, in powers of ten as registries and engines show them. */
public final class Sizes {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private Sizes() {}

  /** {@code 17 B}, {@code 2.7 GB}, {@code 117 MB}. */
  public static String words(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double size = bytes;
    int unit = -1;
    while (size >= 999.5 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    long tenths = Math.round(size * 10);
    return (size >= 99.95 ? String.valueOf(Math.round(size)) : tenths / 10 + "." + tenths % 10)
        + " "
        + UNITS[unit];
  }
}
