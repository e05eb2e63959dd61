package io.jenkins.plugins.aiimage.report.history;

import java.time.Duration;
import java.util.List;

/** What a kept entry may be at most, so that thousands of them stay small and add up. */
final class Limits {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int NAME = 80;
  private static final int REFERENCE = 300;
  private static final int LIST = 100;

  private Limits() {}

  static Duration duration(Duration duration) {
    if (duration.isNegative()) {
      return Duration.ZERO;
    }
    // Whole milliseconds, as they are written.
    return duration.compareTo(LONGEST) > 0 ? LONGEST : Duration.ofMillis(duration.toMillis());
  }

  static String name(String text) {
    return cut(text, NAME);
  }

  static String reference(String text) {
    return cut(text, REFERENCE);
  }

  static <T> List<T> list(List<T> list) {
    return List.copyOf(list.subList(0, Math.min(list.size(), LIST)));
  }

  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(limit - 2));
    return text.substring(0, splitsPair ? limit - 2 : limit - 1) + "…";
  }
}
