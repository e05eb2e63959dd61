package io.jenkins.plugins.aiimage.registry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads a {@code Retry-After} header: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {
  /** Longer than anybody waits; a duration of any number of seconds overflows in milliseconds. */
  private static final long MOST_SECONDS = Duration.ofDays(365).toSeconds();

  private RetryAfter() {}

  /** Empty for what is neither, such as the {@code 35.852µs} seen from a well-known registry. */
  static Optional<Duration> parse(String value) {
    try {
      return Optional.of(Duration.ofSeconds(clamp(Long.parseLong(value.strip()))));
    } catch (NumberFormatException e) {
      return parseDate(value.strip());
    }
  }

  private static long clamp(long seconds) {
    return Math.max(0, Math.min(MOST_SECONDS, seconds));
  }

  private static Optional<Duration> parseDate(String value) {
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(Instant.now(), until);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
