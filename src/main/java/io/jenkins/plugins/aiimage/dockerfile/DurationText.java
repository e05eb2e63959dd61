package io.jenkins.plugins.aiimage.dockerfile;

import java.time.Duration;

/** Durations as authors write them. */
public final class DurationText {
  private static final int MAX_DIGITS = 7;
  private static final String UNITS = "dhms";
  private static final long[] SECONDS_OF = {86_400, 3600, 60, 1};
  private static final int SECONDS = 3;

  private DurationText() {}

  /**
   * Reads {@code 90}, {@code 90s}, {@code 5m}, {@code 1h30m} or {@code 30d}: larger units first, a
   * bare number in seconds.
   *
   * @throws IllegalArgumentException if it is none or not positive; the message says so
   */
  public static Duration parse(String text) {
    long seconds = 0;
    int unitsBefore = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean bareNumber = i == text.length() && start == 0;
      int unit = bareNumber ? SECONDS : i < text.length() ? UNITS.indexOf(text.charAt(i)) : -1;
      if (unit >= unitsBefore) {
        seconds += number(text, start, i) * SECONDS_OF[unit];
        unitsBefore = unit + 1;
        start = i + 1;
      }
    }
    if (start < text.length() || seconds == 0) {
      throw wrong(text);
    }
    return Duration.ofSeconds(seconds);
  }

  private static long number(String text, int start, int end) {
    String digits = text.substring(start, end);
    boolean valid = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits.isEmpty() || digits.length() > MAX_DIGITS || !valid) {
      throw wrong(text);
    }
    return Long.parseLong(digits);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        text + " is no time; write a positive one such as 90s, 5m or 1h30m");
  }
}
