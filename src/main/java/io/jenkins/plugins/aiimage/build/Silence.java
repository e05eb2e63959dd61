package io.jenkins.plugins.aiimage.build;

import java.time.Duration;

/**
 * How much longer than its stall limit a build may be silent after a line, because the line
 * announces work that says nothing until it is done.
 */
final class Silence {
  /**
   * A download that is slower than this for its whole size would not end within the usual time-out
   * of a phase either: torch's 780 MB take 400 s at this speed.
   */
  private static final long BYTES_PER_SECOND = 2_000_000;

  private static final long LARGEST = 100_000_000_000L;

  private Silence() {}

  /**
   * The allowance after a line. pip and apt announce a download with its size and, without a
   * terminal, say no more until it has ended (pip 23.0, apt 2.6): {@code Downloading
   * torch-2.3.0-….whl (779.1 MB)}, {@code Get:5 http://… libtorch [52.3 MB]}.
   */
  static Duration allowedAfter(String line) {
    boolean pip = line.endsWith("B)") && line.contains("Downloading ");
    boolean apt = line.endsWith("B]") && line.startsWith("Get:");
    if (!pip && !apt) {
      return Duration.ZERO;
    }
    int open = line.lastIndexOf(pip ? '(' : '[');
    return Duration.ofSeconds(
        bytes(line.substring(open + 1, line.length() - 1)) / BYTES_PER_SECOND);
  }

  /** Zero for a text that is no size. */
  private static long bytes(String size) {
    int unitAt = 0;
    while (unitAt < size.length()
        && (Character.isDigit(size.charAt(unitAt)) || ".,".indexOf(size.charAt(unitAt)) >= 0)) {
      unitAt++;
    }
    long unit =
        switch (size.substring(unitAt).strip()) {
          case "B" -> 1;
          case "kB", "KB" -> 1_000;
          case "MB" -> 1_000_000;
          case "GB" -> 1_000_000_000;
          default -> 0;
        };
    try {
      double bytes = Double.parseDouble(size.substring(0, unitAt).replace(",", "")) * unit;
      return (long) Math.min(bytes, LARGEST);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
