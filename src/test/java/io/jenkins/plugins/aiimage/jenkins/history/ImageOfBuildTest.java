package io.jenkins.plugins.aiimage.jenkins.history;

import static io.jenkins.plugins.aiimage.jenkins.history.Indexed.phase;
import static io.jenkins.plugins.aiimage.report.PhaseResult.BUILT;
import static io.jenkins.plugins.aiimage.report.PhaseResult.FAILED;
import static io.jenkins.plugins.aiimage.report.PhaseResult.HIT;
import static io.jenkins.plugins.aiimage.report.PhaseResult.NOT_REACHED;
import static io.jenkins.plugins.aiimage.report.PhaseResult.SKIPPED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageOfBuildTest {
  private static HistoryEntry one(IndexedRun... runs) {
    List<HistoryEntry> entries = ImageOfBuild.of(List.of(runs));
    assertEquals(1, entries.size());
    return entries.get(0);
  }

  @Test
  void shouldTakeTheStagesOfABuildForOneRun() {
    HistoryEntry entry =
        one(
            Indexed.run(1, "a", "AI", RunResult.BUILT, phase("system", BUILT, 40)),
            Indexed.run(
                1, "b", "AI", RunResult.RESUMED, phase("system", HIT, 0), phase("torch", BUILT, 9)),
            Indexed.run(
                1, "c", "AI", RunResult.HIT, phase("system", SKIPPED, 0), phase("torch", HIT, 0)));

    assertEquals(RunResult.BUILT, entry.result());
    assertEquals(List.of(phase("system", BUILT, 40), phase("torch", BUILT, 9)), entry.phases());
    assertEquals(Duration.ofSeconds(41 + 10 + 1), entry.duration());
  }

  @Test
  void shouldCallABuildThatFoundAPhaseResumed() {
    HistoryEntry entry =
        one(
            Indexed.run(1, "a", "AI", RunResult.HIT, phase("system", HIT, 0)),
            Indexed.run(
                1, "b", "AI", RunResult.RESUMED, phase("system", HIT, 0), phase("app", BUILT, 2)));

    assertEquals(RunResult.RESUMED, entry.result());
  }

  @Test
  void shouldCallABuildFailedWhoseLastStepFailed() {
    HistoryEntry entry =
        one(
            Indexed.run(1, "a", "AI", RunResult.BUILT, phase("system", BUILT, 40)),
            Indexed.run(
                1,
                "b",
                "AI",
                RunResult.FAILED,
                phase("system", HIT, 0),
                phase("torch", FAILED, 7),
                phase("app", NOT_REACHED, 0)));

    assertEquals(RunResult.FAILED, entry.result());
    assertEquals(
        List.of(
            phase("system", BUILT, 40), phase("torch", FAILED, 7), phase("app", NOT_REACHED, 0)),
        entry.phases());
  }

  @Test
  void shouldForgiveAStepThatWasTriedAgain() {
    HistoryEntry entry =
        one(
            Indexed.run(1, "a", "AI", RunResult.FAILED, phase("torch", FAILED, 7)),
            Indexed.run(1, "b", "AI", RunResult.BUILT, phase("torch", BUILT, 9)));

    assertEquals(RunResult.BUILT, entry.result());
    assertEquals(List.of(phase("torch", BUILT, 16)), entry.phases());
  }

  @Test
  void shouldKeepImagesAndBuildsApart() {
    List<HistoryEntry> entries =
        ImageOfBuild.of(
            List.of(Indexed.hit(1), Indexed.run(1, "b", "Other", RunResult.HIT), Indexed.hit(2)));

    assertEquals(List.of("1", "1", "2"), Indexed.builds(entries));
  }
}
