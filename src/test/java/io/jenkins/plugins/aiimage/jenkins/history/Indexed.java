package io.jenkins.plugins.aiimage.jenkins.history;

import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.PhaseTime;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs of jobs, for tests. */
final class Indexed {
  private Indexed() {}

  static IndexedRun hit(int build) {
    return run(build, "step-" + build, "AI", RunResult.HIT, phase("torch", PhaseResult.HIT, 0));
  }

  static IndexedRun run(
      int build, String step, String label, RunResult result, PhaseTime... phases) {
    Duration duration = Duration.ofSeconds(1);
    for (PhaseTime phase : phases) {
      duration = duration.plus(phase.duration());
    }
    return new IndexedRun(
        step,
        new HistoryEntry(
            String.valueOf(build),
            Instant.parse("2026-03-02T09:15:00Z").plus(Duration.ofHours(build)),
            label,
            "registry.example.com/ai",
            "9f2c".repeat(16),
            Optional.of("sha256:" + "4be1".repeat(16)),
            result,
            duration,
            Optional.empty(),
            List.of(phases),
            Optional.empty(),
            List.of(),
            Duration.ZERO));
  }

  static PhaseTime phase(String name, PhaseResult result, int seconds) {
    return new PhaseTime(name, result, Duration.ofSeconds(seconds));
  }

  static List<String> builds(List<HistoryEntry> entries) {
    return entries.stream().map(HistoryEntry::run).toList();
  }
}
