package io.jenkins.plugins.aiimage.start.compose;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Numbers with units, as Compose files write them. */
final class Quantity {
  private static final Map<String, Integer> SHIFTS =
      Map.of("", 0, "b", 0, "k", 10, "kb", 10, "m", 20, "mb", 20, "g", 30, "gb", 30, "t", 40);

  private static final Map<String, Long> NANOS =
      Map.of(
          "ns",
          1L,
          "us",
          1_000L,
          "ms",
          1_000_000L,
          "s",
          1_000_000_000L,
          "m",
          60_000_000_000L,
          "h",
          3_600_000_000_000L);

  private static final long LONGEST_NANOS = Duration.ofDays(1).toNanos();
  private static final int LONGEST_TEXT = 20;

  private Quantity() {}

  /** Bytes; units are binary, in both spellings. */
  static long bytes(String text, int line) throws ComposeException {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    int end = numberEnd(lower, 0);
    Integer shift = SHIFTS.get(lower.substring(end).strip());
    if (end > 0 && end <= LONGEST_TEXT && shift != null) {
      BigDecimal number = decimal(lower.substring(0, end), line);
      BigDecimal all = number.multiply(BigDecimal.valueOf(1L << shift));
      if (all.signum() > 0 && all.compareTo(BigDecimal.valueOf(1L << 50)) < 0) {
        return all.longValue();
      }
    }
    throw new ComposeException(line, "\"" + text + "\" is not a size such as 512M or 2G");
  }

  /** Thousandths of a CPU. */
  static long milliCpus(String text, int line) throws ComposeException {
    int end = numberEnd(text, 0);
    if (end > 0 && end == text.length() && end <= LONGEST_TEXT) {
      long millis = decimal(text, line).movePointRight(3).longValue();
      if (millis >= 10 && millis <= 1_000_000) {
        return millis;
      }
    }
    throw new ComposeException(line, "\"" + text + "\" is not a number of CPUs such as 0.5");
  }

  /** A time such as {@code 1m30s}, {@code 500ms} or {@code 1.5s}; a day at most. */
  static Duration duration(String text, int line) throws ComposeException {
    BigDecimal nanos = BigDecimal.ZERO;
    int at = 0;
    boolean right = !text.isEmpty() && text.length() <= LONGEST_TEXT;
    while (right && at < text.length()) {
      int end = numberEnd(text, at);
      int unitEnd = end;
      while (unitEnd < text.length() && Character.isLetter(text.charAt(unitEnd))) {
        unitEnd++;
      }
      Long unit = NANOS.get(text.substring(end, unitEnd));
      right = end > at && unit != null;
      if (right) {
        nanos =
            nanos.add(decimal(text.substring(at, end), line).multiply(BigDecimal.valueOf(unit)));
      }
      at = unitEnd;
    }
    if (!right || nanos.compareTo(BigDecimal.valueOf(LONGEST_NANOS)) > 0) {
      throw new ComposeException(line, "\"" + text + "\" is not a time such as 30s or 1m30s");
    }
    return Duration.ofNanos(nanos.longValue());
  }

  private static int numberEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && ((text.charAt(end) >= '0' && text.charAt(end) <= '9') || text.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  private static BigDecimal decimal(String text, int line) throws ComposeException {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new ComposeException(line, "\"" + text + "\" is not a number");
    }
  }
}
