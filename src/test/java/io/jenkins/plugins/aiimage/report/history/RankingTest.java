package io.jenkins.plugins.aiimage.report.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.report.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static HistoryEntry failed(int number, FailedAttempts... failed) {
    HistoryEntry run = Runs.run(number, RunResult.FAILED, List.of());
    return new HistoryEntry(
        run.run(),
        run.when(),
        "Image " + number,
        run.image(),
        run.key(),
        run.digest(),
        run.result(),
        run.duration(),
        run.saved(),
        run.phases(),
        run.bytes(),
        List.of(failed),
        run.waited());
  }

  private static FailedAttempts attempts(Cause cause, String host, int count) {
    return new FailedAttempts(cause, Optional.of(host), count);
  }

  @Test
  void shouldAddUpTheFailuresOfAnIndexOverImages() {
    List<ImageHistory> images =
        ImageHistory.of(
            List.of(
                failed(1, attempts(Cause.STALLED, "b.org", 1), attempts(Cause.INDEX, "a.org", 2)),
                failed(2, attempts(Cause.INDEX, "b.org", 4), attempts(Cause.INDEX, "c.org", 2)),
                failed(3, new FailedAttempts(Cause.PERMANENT, Optional.empty(), 9))));

    List<FailingIndex> indexes = FailingIndex.of(images);

    assertEquals(
        List.of("b.org", "a.org", "c.org"), indexes.stream().map(FailingIndex::host).toList());
    assertEquals(5, indexes.get(0).failed());
    assertEquals(
        List.of(attempts(Cause.INDEX, "b.org", 4), attempts(Cause.STALLED, "b.org", 1)),
        indexes.get(0).causes());
  }

  @Test
  void shouldTellOfAPhaseWhatItUsuallyAndLastTook() {
    HistoryEntry last = Runs.run(3, RunResult.BUILT, List.of(Runs.built("torch", 50)));
    List<ImageHistory> images =
        ImageHistory.of(
            List.of(
                Runs.run(1, RunResult.BUILT, List.of(Runs.built("torch", 10))),
                Runs.run(
                    2, RunResult.BUILT, List.of(Runs.built("app", 40), Runs.built("torch", 20))),
                last,
                Runs.run(4, RunResult.HIT, List.of(Runs.cached("torch"), Runs.cached("new")))));

    List<SlowPhase> phases = SlowPhase.of(images);

    assertEquals(List.of("app", "torch"), phases.stream().map(SlowPhase::name).toList());
    assertEquals(Duration.ofSeconds(20), phases.get(1).expected());
    assertEquals(Duration.ofSeconds(50), phases.get(1).last());
    assertEquals(last, phases.get(1).run());
  }
}
