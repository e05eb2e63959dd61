package io.jenkins.plugins.aiimage.smoke;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.Smoke;
import io.jenkins.plugins.aiimage.report.SmokeEvent;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private final ReportFold fold = new ReportFold();
  private final EventLog events = new EventLog(Clock.systemUTC(), List.of(fold));
  private final Scores scores = new Scores(events);

  private void add(String test, Optional<String> failure) {
    scores.add(
        new SmokeEvent.SmokeTested(
            test,
            failure.isEmpty(),
            Optional.of(failure.isEmpty() ? 0 : 1),
            failure,
            failure.map(List::of).orElse(List.of()),
            Duration.ofSeconds(1)));
  }

  private UseCaseException failed() {
    return assertThrows(UseCaseException.class, () -> scores.end(Duration.ZERO));
  }

  @Test
  void shouldTellThatAllPassed() throws Exception {
    events.publish(new SmokeEvent.SmokeStarted("x", "1"));
    events.publish(new SmokeEvent.SmokeImageFound("sha256:1", 70));
    add("import torch", Optional.empty());
    scores.end(Duration.ofSeconds(2));

    assertTrue(fold.report().details(Smoke.class).orElseThrow().passed());
    assertEquals(
        Map.of(
            "image",
            "x",
            "imageId",
            "sha256:1",
            "bytes",
            70L,
            "tests",
            List.of(Map.of("test", "import torch", "passed", true, "durationMs", 1000L)),
            "durationMs",
            2000L),
        StepResult.of(fold.report()));
  }

  @Test
  void shouldFailByTheFirstTestThatFailedAndCountTheOthers() {
    add("a", Optional.of("exit code 1: no"));
    add("b", Optional.empty());
    add("c", Optional.of("exit code 2: no"));

    assertEquals(Problem.SMOKE_TEST, failed().problem());
    assertEquals(
        "2 of 3 tests failed. The smoke test \"a\" failed with exit code 1: no",
        failed().getMessage());
  }

  @Test
  void shouldCallAnImageTooLargeThatIsNothingElse() {
    add(Scores.SIZE, Optional.of("The image is large"));

    assertEquals(Problem.TOO_LARGE, failed().problem());
    assertEquals("The image is large.", failed().getMessage());
    add("a", Optional.of("exit code 1: no"));
    assertEquals(Problem.SMOKE_TEST, failed().problem());
  }
}
