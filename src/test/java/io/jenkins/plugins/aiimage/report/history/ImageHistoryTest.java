package io.jenkins.plugins.aiimage.report.history;

import static io.jenkins.plugins.aiimage.report.history.Runs.built;
import static io.jenkins.plugins.aiimage.report.history.Runs.cached;
import static io.jenkins.plugins.aiimage.report.history.Runs.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ImageHistoryTest {
  private static ImageHistory history(HistoryEntry... runs) {
    return ImageHistory.of(List.of(runs)).get(0);
  }

  @Test
  void shouldExpectTheMedianOfTheLastFiveThatWereBuilt() {
    List<HistoryEntry> runs = new ArrayList<>();
    int number = 0;
    for (long seconds : new long[] {9000, 10, 50, 20, 40, 30}) {
      runs.add(run(number++, RunResult.BUILT, List.of(built("torch", seconds))));
      runs.add(run(number++, RunResult.HIT, List.of(cached("torch"))));
    }

    ImageHistory history = ImageHistory.of(runs).get(0);

    assertEquals(Optional.of(Duration.ofSeconds(30)), history.expected("torch"));
    assertEquals(Optional.empty(), history.expected("never"));
  }

  @Test
  void shouldSortRunsByTimeAndImagesByTheirNewest() {
    List<HistoryEntry> runs = new ArrayList<>(Runs.months(9));
    HistoryEntry newest = run(99, RunResult.HIT, List.of());
    runs.add(
        new HistoryEntry(
            "99",
            newest.when(),
            "Other",
            newest.image(),
            "",
            Optional.empty(),
            RunResult.FAILED,
            Duration.ZERO,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Duration.ZERO));
    Collections.reverse(runs);

    List<ImageHistory> histories = ImageHistory.of(runs);

    assertEquals(List.of("Other", "AI Processor"), labels(histories));
    assertEquals(Runs.months(9), histories.get(1).entries());
  }

  private static List<String> labels(List<ImageHistory> histories) {
    return histories.stream().map(ImageHistory::label).toList();
  }

  @Test
  void shouldSayWhatAHitSavedByWhatItsPhasesTakeOtherwise() {
    HistoryEntry hit = run(2, RunResult.HIT, List.of(cached("base"), cached("torch")));
    HistoryEntry failed = run(3, RunResult.FAILED, List.of(cached("base")));
    ImageHistory history =
        history(
            run(1, RunResult.BUILT, List.of(built("base", 40), built("torch", 500))), hit, failed);

    assertEquals(Optional.of(Duration.ofMinutes(9)), history.saved(hit));
    assertEquals(Optional.empty(), history.saved(failed));
    assertEquals(Optional.empty(), history.saved(history.entries().get(0)));
  }

  @Test
  void shouldKnowTheSizeOfAHitByItsDigest() {
    ImageHistory history = ImageHistory.of(Runs.months(9)).get(0);

    assertEquals(Optional.of(6_100_000_000L), history.bytes(history.entries().get(3)));
  }

  @Test
  void shouldSumUp() {
    Summary summary =
        Summary.of(
            history(
                run(1, RunResult.BUILT, List.of(built("base", 40), built("torch", 500))),
                run(2, RunResult.HIT, List.of(cached("base"), cached("torch"))),
                run(3, RunResult.RESUMED, List.of(cached("base"), built("torch", 600))),
                run(4, RunResult.FAILED, List.of()),
                run(5, RunResult.HIT, List.of(cached("base"), cached("torch")))));

    assertEquals(5, summary.runs());
    assertEquals(OptionalDouble.of(0.5), summary.hitRate());
    assertEquals(Duration.ofSeconds(540 + 40 + 540), summary.saved());
    assertEquals(Duration.ofSeconds(1142), summary.spent());
    assertEquals(
        List.of(
            new Summary.Phase("torch", Duration.ofSeconds(500), Duration.ofSeconds(600), 2),
            new Summary.Phase("base", Duration.ofSeconds(40), Duration.ofSeconds(40), 1)),
        summary.phases());
  }

  @Test
  void shouldNameTheIndexThatFailedMostOftenFirst() {
    Summary summary = Summary.of(ImageHistory.of(Runs.months(50)).get(0));

    assertEquals(List.of(new Summary.Index("pypi.org", 4)), summary.indexes());
  }

  @Test
  void shouldKnowNoHitRateWhereNoRunGaveAnImage() {
    Summary summary = Summary.of(history(run(1, RunResult.FAILED, List.of())));

    assertEquals(OptionalDouble.empty(), summary.hitRate());
  }
}
