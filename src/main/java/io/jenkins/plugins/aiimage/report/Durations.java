package io.jenkins.plugins.aiimage.report;

import java.time.Duration;

/** Durations as people read them. */
public final class Durations {
  private Durations() {}

  /**
   * {@code 0.4 s}, {@code 12.3 s}, {@code 4m 10s}, {@code 1h 02m}; less than nothing is nothing.
   */
  public static String words(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 59_950) {
      long tenths = (millis + 50) / 100;
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    long seconds = (millis + 500) / 1000;
    if (seconds < 3600) {
      return seconds / 60 + "m " + twoDigits(seconds % 60) + "s";
    }
    return seconds / 3600 + "h " + twoDigits(seconds / 60 % 60) + "m";
  }

  private static String twoDigits(long number) {
    return (number < 10 ? "0" : "") + number;
  }
}
