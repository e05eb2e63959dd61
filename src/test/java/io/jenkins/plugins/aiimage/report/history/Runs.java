package io.jenkins.plugins.aiimage.report.history;

import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries for tests: months of an image's life. */
public final class Runs {
  public static final Instant BEGIN = Instant.parse("2026-03-02T09:15:00Z");
  public static final String IMAGE = "registry.example.com:5000/ai-security-processor";
  private static final List<String> PHASES = List.of("system", "torch", "transformers", "app");
  private static final List<Integer> SECONDS = List.of(48, 562, 290, 4);

  private static final List<Cause> CAUSES =
      List.of(Cause.TRANSIENT, Cause.BUILDER_STATE, Cause.INDEX, Cause.STALLED, Cause.TIMED_OUT);

  private Runs() {}

  /** A run, with the seconds that each phase was built in; none for one from the cache. */
  static HistoryEntry run(int number, RunResult result, List<PhaseTime> phases) {
    Duration duration = Duration.ofMillis(400);
    for (PhaseTime phase : phases) {
      duration = duration.plus(phase.duration());
    }
    return new HistoryEntry(
        String.valueOf(number),
        BEGIN.plus(Duration.ofHours(number)),
        "AI Processor",
        IMAGE,
        "9f2c".repeat(16),
        result == RunResult.FAILED ? Optional.empty() : Optional.of("sha256:" + "4be1".repeat(16)),
        result,
        duration,
        Optional.empty(),
        phases,
        Optional.empty(),
        List.of(),
        Duration.ZERO);
  }

  static PhaseTime built(String name, long seconds) {
    return new PhaseTime(name, PhaseResult.BUILT, Duration.ofSeconds(seconds));
  }

  static PhaseTime cached(String name) {
    return new PhaseTime(name, PhaseResult.HIT, Duration.ZERO);
  }

  /** So many runs as a team would have them: mostly hits, some resumed, a few built or failed. */
  public static List<HistoryEntry> months(int count) {
    List<HistoryEntry> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = i % 17 == 0 ? 0 : i % 7 == 0 ? 2 : PHASES.size();
      RunResult result =
          from == 0 ? RunResult.BUILT : from == 2 ? RunResult.RESUMED : RunResult.HIT;
      List<PhaseTime> phases = new ArrayList<>();
      for (int j = 0; j < PHASES.size(); j++) {
        long slower = 100 + (i * 31L + j * 7L) % 40;
        phases.add(
            j < from ? cached(PHASES.get(j)) : built(PHASES.get(j), SECONDS.get(j) * slower / 100));
      }
      if (i % 23 == 22) {
        result = RunResult.FAILED;
        phases =
            List.of(
                cached(PHASES.get(0)),
                new PhaseTime(PHASES.get(1), PhaseResult.FAILED, Duration.ofSeconds(508)));
      }
      runs.add(withSizeAndFailures(i, run(i + 1, result, phases)));
    }
    return runs;
  }

  /** The runs of several images: two of them have the same label, and one fails on many indexes. */
  public static List<HistoryEntry> images(int count) {
    List<HistoryEntry> runs = new ArrayList<>(months(count));
    for (HistoryEntry run : months(count / 2)) {
      runs.add(of(run, "AI Processor", "registry.example.com:5000/team-b/ai-security-processor"));
      List<FailedAttempts> failed = new ArrayList<>(run.failed());
      for (int i = 0; i < 24; i++) {
        Optional<String> index = Optional.of("mirror-" + i + ".example.com:8443");
        failed.add(new FailedAttempts(CAUSES.get(i % CAUSES.size()), index, 1 + i));
      }
      HistoryEntry serving = of(run, "Model serving", "registry.example.com:5000/serving");
      runs.add(failed(serving, failed));
    }
    return runs;
  }

  private static HistoryEntry of(HistoryEntry run, String label, String image) {
    return new HistoryEntry(
        run.run(),
        run.when().plusSeconds(60),
        label,
        image,
        run.key(),
        run.digest(),
        run.result(),
        run.duration(),
        run.saved(),
        run.phases(),
        run.bytes(),
        run.failed(),
        run.waited());
  }

  private static HistoryEntry failed(HistoryEntry run, List<FailedAttempts> failed) {
    return new HistoryEntry(
        run.run(),
        run.when(),
        run.label(),
        run.image(),
        run.key(),
        run.digest(),
        run.result(),
        run.duration(),
        run.saved(),
        run.phases(),
        run.bytes(),
        failed,
        run.waited());
  }

  private static HistoryEntry withSizeAndFailures(int number, HistoryEntry run) {
    boolean made = run.result() == RunResult.BUILT || run.result() == RunResult.RESUMED;
    String digest = "sha256:" + "4be1".repeat(15) + String.format("%04x", number / 7);
    return new HistoryEntry(
        run.run(),
        run.when(),
        run.label(),
        run.image(),
        run.key(),
        run.digest().map(old -> digest),
        run.result(),
        run.duration(),
        run.saved(),
        run.phases(),
        made ? Optional.of(6_100_000_000L + number * 3_000_000L) : Optional.empty(),
        run.result() == RunResult.FAILED
            ? List.of(new FailedAttempts(Cause.TRANSIENT, Optional.of("pypi.org"), 2))
            : List.of(),
        Duration.ZERO);
  }
}
