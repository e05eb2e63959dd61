package io.jenkins.plugins.aiimage.start.compose;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a health check. */
final class HealthCheckReader {
  private static final int MOST_RETRIES = 1000;

  private HealthCheckReader() {}

  static HealthCheck read(Place place) throws ComposeException {
    Optional<String> command = Optional.empty();
    boolean disabled = false;
    Optional<Duration> interval = Optional.empty();
    Optional<Duration> timeout = Optional.empty();
    Optional<Integer> retries = Optional.empty();
    Optional<Duration> startPeriod = Optional.empty();
    for (Map.Entry<String, Place> member : place.members().entrySet()) {
      Place at = member.getValue();
      switch (member.getKey()) {
        case "test" -> {
          command = command(at);
          disabled |= command.isEmpty();
        }
        case "disable" -> disabled |= at.truth();
        case "interval" -> interval = Optional.of(time(at));
        case "timeout" -> timeout = Optional.of(time(at));
        case "retries" -> retries = Optional.of(at.number(1, MOST_RETRIES));
        case "start_period" ->
            startPeriod = Optional.of(Quantity.duration(at.text(), at.value().line()));
        case "start_interval" -> at.ignore("older engines do not know it");
        default -> throw at.unsupported("remove it");
      }
    }
    return new HealthCheck(command, disabled, interval, timeout, retries, startPeriod);
  }

  /** The engine's shortest. */
  private static Duration time(Place at) throws ComposeException {
    Duration time = Quantity.duration(at.text(), at.value().line());
    if (time.toMillis() < 1) {
      throw at.wrong("it must be 1ms at least");
    }
    return time;
  }

  /** Empty for NONE. A client of the engine can only give it a line for a shell. */
  private static Optional<String> command(Place at) throws ComposeException {
    if (at.value() instanceof Value.Scalar) {
      return Optional.of(at.text());
    }
    List<String> words = at.texts();
    String first = words.isEmpty() ? "" : words.get(0);
    if (first.equals("NONE") && words.size() == 1) {
      return Optional.empty();
    }
    if (first.equals("CMD") && words.size() > 1) {
      return Optional.of(ShellWords.quoted(words.subList(1, words.size())));
    }
    if (first.equals("CMD-SHELL") && words.size() == 2) {
      return Optional.of(words.get(1));
    }
    throw at.wrong("it begins with CMD, CMD-SHELL or NONE and goes on with the command");
  }
}
