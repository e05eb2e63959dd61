package io.jenkins.plugins.aiimage.dockerfile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the words after the name in the mark of a phase. */
final class PhaseSettingsReader {
  private static final int MAX_DIGITS = 7;
  private static final int MOST_RETRIES = 100;

  private Optional<Duration> timeout = Optional.empty();
  private Optional<Duration> stall = Optional.empty();
  private Optional<Integer> retries = Optional.empty();
  private final List<Fallback> fallbacks = new ArrayList<>();

  private PhaseSettingsReader() {}

  /** Fails with an {@code IllegalArgumentException} that says what is wrong with a word. */
  static PhaseSettings read(List<String> words) {
    PhaseSettingsReader reader = new PhaseSettingsReader();
    for (String word : words) {
      int equals = word.indexOf('=');
      String key = equals < 0 ? word : word.substring(0, equals);
      reader.accept(key, equals < 0 ? "" : word.substring(equals + 1));
    }
    return new PhaseSettings(reader.timeout, reader.stall, reader.retries, reader.fallbacks);
  }

  private void accept(String key, String value) {
    switch (key) {
      case "timeout" -> timeout = once(key, timeout, duration(key, value));
      case "stall" -> stall = once(key, stall, duration(key, value));
      case "retries" -> retries = once(key, retries, retries(value));
      case "fallback" -> fallbacks.add(fallback(value));
      default ->
          throw new IllegalArgumentException(
              "a phase has no setting \""
                  + key
                  + "\"; use timeout=, stall=, retries= or fallback=");
    }
  }

  private <T> Optional<T> once(String key, Optional<T> earlier, T value) {
    if (earlier.isPresent()) {
      throw new IllegalArgumentException(key + " is given twice; keep one of them");
    }
    return Optional.of(value);
  }

  private Fallback fallback(String value) {
    int equals = value.indexOf('=');
    if (equals <= 0 || equals + 1 == value.length()) {
      throw new IllegalArgumentException(
          "the fallback " + value + " is incomplete; write fallback=ARGUMENT=value");
    }
    return new Fallback(value.substring(0, equals), value.substring(equals + 1));
  }

  private int retries(String value) {
    boolean readable = !value.isEmpty() && value.length() <= MAX_DIGITS && isNumber(value);
    if (!readable || Integer.parseInt(value) > MOST_RETRIES) {
      throw new IllegalArgumentException(
          "retries=" + value + " is not a number from 0 to " + MOST_RETRIES);
    }
    return Integer.parseInt(value);
  }

  private static Duration duration(String key, String value) {
    try {
      return DurationText.parse(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + "=" + e.getMessage(), e);
    }
  }

  private static boolean isNumber(String value) {
    return value.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
