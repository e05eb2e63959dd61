package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What phases took when this machine built them, by key: so a run can say what a hit saved. */
record History(StateFolder state) {
  private static final String FOLDER = "phases";

  void remember(String key, Duration duration) {
    state.write(FOLDER, key, String.valueOf(duration.toMillis()));
  }

  /** The sum over the keys; empty if nothing is known of any. */
  Optional<Duration> total(List<String> keys) {
    long millis = 0;
    boolean known = false;
    for (String key : keys) {
      Optional<Long> one = state.read(FOLDER, key).flatMap(History::number);
      known |= one.isPresent();
      millis += one.orElse(0L);
    }
    return known ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
