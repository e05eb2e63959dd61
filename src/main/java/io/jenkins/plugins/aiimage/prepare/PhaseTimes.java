package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the phases of an image took when this machine built them, by name: so a run can say what to
 * expect of a phase whose key it has never seen.
 *
 * @param image repository and platform
 */
record PhaseTimes(StateFolder state, String image) {
  private static final String FOLDER = "phase-times";

  /** As in the history of reports: more would remember a recipe that is gone. */
  private static final int KEPT = 5;

  void remember(String phase, Duration duration) {
    List<Long> times = times(phase);
    times.add(Math.max(0, duration.toMillis()));
    StringBuilder text = new StringBuilder();
    for (long time : times.subList(Math.max(0, times.size() - KEPT), times.size())) {
      text.append(time).append('\n');
    }
    state.write(FOLDER, file(phase), text.toString());
  }

  /** The median of the last five times; of an even number the lower one of the middle two. */
  Optional<Duration> expected(String phase) {
    List<Long> times = times(phase);
    if (times.isEmpty()) {
      return Optional.empty();
    }
    Collections.sort(times);
    return Optional.of(Duration.ofMillis(times.get((times.size() - 1) / 2)));
  }

  private List<Long> times(String phase) {
    List<Long> times = new ArrayList<>();
    for (String line : state.read(FOLDER, file(phase)).orElse("").lines().toList()) {
      try {
        times.add(Math.max(0, Long.parseLong(line.strip())));
      } catch (NumberFormatException e) {
        // Cut, or another's.
      }
    }
    return new ArrayList<>(times.subList(Math.max(0, times.size() - KEPT), times.size()));
  }

  private String file(String phase) {
    return Digest.of((image + "\n" + phase).getBytes(StandardCharsets.UTF_8)).hex();
  }
}
