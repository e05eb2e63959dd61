package io.jenkins.plugins.aiimage.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of one experiment.
 *
 * @param attempts without those that the builder itself spoiled
 * @param problem why it failed, as the report names it
 * @param causes of the failed attempts
 * @param signs lines that the failed attempts were judged by, or their hints
 * @param endedAfterBuilder from the end of the last builder to that of the program
 * @param killedAfterLimit from the end of the longest silence allowed to that of the builder
 * @param log what the program said
 */
record Observation(
    Verdict verdict,
    int attempts,
    Optional<String> problem,
    List<String> causes,
    List<String> signs,
    Optional<Duration> endedAfterBuilder,
    Optional<Duration> killedAfterLimit,
    String log) {
  Observation {
    causes = List.copyOf(causes);
    signs = List.copyOf(signs);
  }

  /** Whether the builder failed of itself before it met the fault, which was mended after that. */
  boolean spoiled() {
    return !causes.isEmpty() && causes.get(0).equals("BUILDER_STATE");
  }

  /** For a cell of the table. */
  String words() {
    return switch (verdict) {
      case BUILT -> "built at once";
      case RETRIED -> "built on attempt " + attempts;
      case STALLED -> "stalled, built on attempt " + attempts;
      case FALLBACK -> "built by the fallback on attempt " + attempts;
      case PERMANENT -> "stopped: permanent";
      case GIVEN_UP -> "given up after " + attempts + " attempts: " + problem.orElse("");
      case OTHERWISE -> "failed on attempt " + attempts + ": " + problem.orElse("no report");
    };
  }
}
