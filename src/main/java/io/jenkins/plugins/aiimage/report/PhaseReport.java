package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of a phase, with its times.
 *
 * @param start since the run began; zero for a phase that did not run
 * @param attempts how often it was run; 0 for a phase that was not
 * @param fallback the build argument and value that it was built with instead of the recipe's own
 * @param failures the attempts that failed, in order
 * @param installed packages, as the tools that installed them said it
 * @param installedCount how many there were; more than are listed if they were too many
 * @param bytes of the phase's own layers, unpacked, if the engine could tell
 */
public record PhaseReport(
    String name,
    String key,
    PhaseResult cache,
    Duration start,
    Duration duration,
    int attempts,
    Optional<String> fallback,
    List<AttemptReport> failures,
    List<Installed> installed,
    int installedCount,
    Optional<Long> bytes) {
  public PhaseReport {
    failures = List.copyOf(failures);
    installed = List.copyOf(installed);
  }

  /** One that has not begun. */
  static PhaseReport of(String name, String key, PhaseResult result) {
    return new PhaseReport(
        name,
        key,
        result,
        Duration.ZERO,
        Duration.ZERO,
        0,
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        Optional.empty());
  }

  PhaseReport brief(Brief how) {
    return new PhaseReport(
        name,
        key,
        cache,
        start,
        duration,
        attempts,
        fallback,
        Brief.last(failures).stream().map(attempt -> attempt.brief(how)).toList(),
        how.installed(installed),
        installedCount,
        bytes);
  }
}
