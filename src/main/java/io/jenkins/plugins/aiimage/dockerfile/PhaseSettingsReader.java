package io.jenkins.plugins.aiimage.dockerfile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the words after the name in the mark of a phase. */
final class PhaseSettingsReader {
  private static final int MAX_DIGITS = 7;
  private static final String UNITS = "hms";

  private final int line;
  private Optional<Duration> timeout = Optional.empty();
  private Optional<Duration> stall = Optional.empty();
  private Optional<Integer> retries = Optional.empty();
  private final List<Fallback> fallbacks = new ArrayList<>();

  private PhaseSettingsReader(int line) {
    this.line = line;
  }

  static PhaseSettings read(List<String> words, int line) {
    PhaseSettingsReader reader = new PhaseSettingsReader(line);
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
          throw new DockerfileException(
              line,
              "a phase has no setting " + key + "; use timeout=, stall=, retries= or fallback=");
    }
  }

  private <T> Optional<T> once(String key, Optional<T> earlier, T value) {
    if (earlier.isPresent()) {
      throw new DockerfileException(line, key + " is given twice; keep one of them");
    }
    return Optional.of(value);
  }

  private Fallback fallback(String value) {
    int equals = value.indexOf('=');
    if (equals <= 0 || equals + 1 == value.length()) {
      throw new DockerfileException(
          line, "the fallback " + value + " is incomplete; write fallback=ARGUMENT=value");
    }
    return new Fallback(value.substring(0, equals), value.substring(equals + 1));
  }

  private int retries(String value) {
    if (value.isEmpty() || value.length() > MAX_DIGITS || !isNumber(value)) {
      throw new DockerfileException(
          line, "retries=" + value + " is no count; write a whole number such as retries=5");
    }
    return Integer.parseInt(value);
  }

  /** {@code 90}, {@code 90s}, {@code 5m}, {@code 2h} or {@code 1h30m}; larger units first. */
  private Duration duration(String key, String value) {
    long seconds = 0;
    int unitsBefore = 0;
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      boolean bareNumber = i == value.length() && start == 0;
      int unit = bareNumber ? 2 : i < value.length() ? UNITS.indexOf(value.charAt(i)) : -1;
      if (unit >= unitsBefore) {
        String number = value.substring(start, i);
        if (number.isEmpty() || number.length() > MAX_DIGITS || !isNumber(number)) {
          throw badDuration(key, value);
        }
        seconds += Long.parseLong(number) * (unit == 0 ? 3600 : unit == 1 ? 60 : 1);
        unitsBefore = unit + 1;
        start = i + 1;
      }
    }
    if (start < value.length() || seconds == 0) {
      throw badDuration(key, value);
    }
    return Duration.ofSeconds(seconds);
  }

  private DockerfileException badDuration(String key, String value) {
    return new DockerfileException(
        line, key + "=" + value + " is no time; write a positive one such as 90s, 5m or 1h30m");
  }

  private static boolean isNumber(String value) {
    return value.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
