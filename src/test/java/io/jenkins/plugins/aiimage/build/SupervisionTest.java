package io.jenkins.plugins.aiimage.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.PhasePolicy.Fallback;
import io.jenkins.plugins.aiimage.build.Supervision.Action;
import io.jenkins.plugins.aiimage.build.Supervision.Signal;
import io.jenkins.plugins.aiimage.build.Supervision.Step;
import io.jenkins.plugins.aiimage.build.failure.Diagnosis;
import io.jenkins.plugins.aiimage.report.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupervisionTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Fallback FALLBACK = new Fallback("INDEX", "https://pypi.org/simple");
  private static final PhasePolicy POLICY =
      new PhasePolicy(Duration.ofSeconds(100), Duration.ofSeconds(30), 2, List.of(FALLBACK));

  private Supervision state = Supervision.of(POLICY, at(1000));

  private static PhasePolicy withoutFallback() {
    return new PhasePolicy(POLICY.timeout(), POLICY.stallTimeout(), POLICY.retries(), List.of());
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  private Action tell(Signal signal) {
    Step step = state.on(signal);
    state = step.next();
    return step.action();
  }

  private Action begin(long second) {
    return tell(new Signal.AttemptBegan(at(second)));
  }

  private Action line(long second, String text) {
    return tell(new Signal.Line(at(second), text));
  }

  private Action time(long second) {
    return tell(new Signal.TimePassed(at(second)));
  }

  /** At the stall limit the engine is asked first. */
  private Action stall(long second) {
    assertEquals(new Action.AskEngine(), time(second));
    return tell(new Signal.EngineAsked(at(second), false));
  }

  private Action exit(long second, int code) {
    return tell(new Signal.Exited(at(second), code, 0.5));
  }

  @Test
  void shouldWatchUntilTheStallLimitAtFirst() {
    assertEquals(new Action.Watch(at(30)), begin(0));
  }

  @Test
  void shouldWatchUntilTheTimeoutWhenThatComesFirst() {
    begin(0);
    assertEquals(new Action.Watch(at(100)), line(80, "Unpacking"));
  }

  @Test
  void shouldSucceedOnExitCodeZero() {
    begin(0);
    assertInstanceOf(Action.Succeed.class, exit(5, 0));
  }

  @Test
  void shouldKillAStalledAttemptAndRetryIt() {
    begin(0);
    line(10, "Collecting torch");
    assertInstanceOf(Action.Watch.class, time(39));
    assertEquals(new Action.Kill(Cause.STALLED), stall(40));
    Action.Retry retry = assertInstanceOf(Action.Retry.class, exit(41, 0));
    assertEquals(Cause.STALLED, retry.failure().cause());
    assertEquals(Optional.empty(), retry.failure().exitCode());
  }

  @Test
  void shouldKillAnAttemptThatTalksForTooLong() {
    begin(0);
    for (int second = 10; second < 100; second += 10) {
      assertInstanceOf(Action.Watch.class, line(second, "still here"));
    }
    assertEquals(new Action.Kill(Cause.TIMED_OUT), line(100, "still here"));
  }

  @Test
  void shouldNeverTrustTheExitCodeAfterItsOwnKill() {
    begin(0);
    assertInstanceOf(Action.Kill.class, stall(30));
    assertInstanceOf(Action.Retry.class, exit(31, 0));
  }

  @Test
  void shouldAskForAKillOnce() {
    begin(0);
    assertInstanceOf(Action.Kill.class, stall(30));
    assertInstanceOf(Action.Watch.class, time(31));
  }

  @Test
  void shouldGiveUpAtOnceWhereARetryCannotHelp() {
    begin(0);
    line(
        1,
        "ERROR: Could not find a version that satisfies the requirement torch==9.9 (from versions:"
            + " 2.3.0)");
    Action.GiveUp giveUp = assertInstanceOf(Action.GiveUp.class, exit(2, 1));
    assertEquals(Cause.PERMANENT, giveUp.failure().cause());
    assertFalse(giveUp.totalTimeOver());
  }

  @Test
  void shouldReplaceTheIndexWhenTheIndexFails() {
    begin(0);
    line(
        1,
        "ERROR: Could not find a version that satisfies the requirement torch (from versions:"
            + " none)");
    Action.Retry retry = assertInstanceOf(Action.Retry.class, exit(2, 1));
    assertEquals(Cause.INDEX, retry.failure().cause());
    assertEquals(Optional.of(FALLBACK), retry.fallback());
  }

  @Test
  void shouldUseEachFallbackOnce() {
    for (int attempt = 0; attempt < 2; attempt++) {
      begin(attempt * 10L);
      line(attempt * 10L + 1, "X: Max retries exceeded with url: /simple");
      Action.Retry retry = assertInstanceOf(Action.Retry.class, exit(attempt * 10L + 2, 1));
      assertEquals(attempt == 0, retry.fallback().isPresent());
    }
  }

  @Test
  void shouldGrantTheWholeLimitAnewWhereTheEngineIsAtWorkItself() {
    begin(0);
    assertEquals(new Action.AskEngine(), time(30));
    assertEquals(new Action.Watch(at(61)), tell(new Signal.EngineAsked(at(31), true)));
    assertEquals(new Action.AskEngine(), time(61));
    assertEquals(new Action.Watch(at(91)), tell(new Signal.EngineAsked(at(61), true)));
    assertEquals(new Action.AskEngine(), time(91));
    assertEquals(new Action.Watch(at(100)), tell(new Signal.EngineAsked(at(91), true)));
    assertEquals(new Action.Kill(Cause.TIMED_OUT), time(100));
  }

  @Test
  void shouldHearAnAnswerThatComesAfterAnAbort() {
    begin(0);
    assertEquals(new Action.AskEngine(), time(30));
    assertEquals(new Action.Kill(Cause.ABORTED), tell(new Signal.AbortRequested()));
    assertInstanceOf(Action.Watch.class, tell(new Signal.EngineAsked(at(31), false)));
    assertEquals(Optional.of(Cause.ABORTED), state.killedFor());
  }

  @Test
  void shouldAllowADownloadTheTimeThatItsSizeNeeds() {
    begin(0);
    line(0, "  Downloading torch-2.3.0-cp311-cp311-manylinux1_x86_64.whl (80.0 MB)");
    assertEquals(Duration.ofSeconds(70), state.silenceLimit());
    assertInstanceOf(Action.Watch.class, time(69));
    assertEquals(new Action.Kill(Cause.STALLED), stall(70));
  }

  @Test
  void shouldEndTheAllowanceWithTheNextLine() {
    begin(0);
    line(0, "  Downloading torch-2.3.0-cp311-cp311-manylinux1_x86_64.whl (80.0 MB)");
    line(5, "Installing collected packages: torch");
    assertEquals(Duration.ofSeconds(30), state.silenceLimit());
  }

  @Test
  void shouldTakeTheFallbackAsALastResortWhereDownloadsKeepBreaking() {
    for (int attempt = 1; attempt <= 2; attempt++) {
      begin(attempt * 10L);
      line(attempt * 10L, "ReadTimeoutError");
      Action.Retry retry = assertInstanceOf(Action.Retry.class, exit(attempt * 10L + 1, 2));
      assertEquals(Optional.empty(), retry.fallback());
    }
    begin(50);
    line(50, "ReadTimeoutError");
    Action.Retry last = assertInstanceOf(Action.Retry.class, exit(51, 2));
    assertEquals(Optional.of(FALLBACK), last.fallback());
    assertEquals(Optional.of(FALLBACK), state.fallback());
    begin(60);
    line(60, "ReadTimeoutError");
    assertInstanceOf(Action.GiveUp.class, exit(61, 2));
  }

  @Test
  void shouldGiveUpAfterTheLastRetry() {
    state = Supervision.of(withoutFallback(), at(1000));
    for (int attempt = 1; attempt <= 2; attempt++) {
      begin(attempt * 10L);
      line(attempt * 10L, "ReadTimeoutError");
      assertInstanceOf(Action.Retry.class, exit(attempt * 10L + 1, 2));
    }
    begin(50);
    line(50, "ReadTimeoutError");
    assertInstanceOf(Action.GiveUp.class, exit(51, 2));
    assertEquals(3, state.attempt());
  }

  @Test
  void shouldNotCountAttemptsThatTheBuilderSpoiled() {
    state = Supervision.of(withoutFallback(), at(1000));
    for (int attempt = 1; attempt <= 5; attempt++) {
      begin(attempt * 10L);
      line(attempt * 10L, "Error: getting top layer info: layer not known");
      assertInstanceOf(Action.Retry.class, exit(attempt * 10L + 1, 125), "attempt " + attempt);
    }
    begin(60);
    line(60, "Error: getting top layer info: layer not known");
    Action.GiveUp giveUp = assertInstanceOf(Action.GiveUp.class, exit(61, 125));
    assertEquals(Cause.BUILDER_STATE, giveUp.failure().cause());
  }

  @Test
  void shouldRepeatALastResortThatTheBuilderSpoiled() {
    for (int attempt = 1; attempt <= 3; attempt++) {
      begin(attempt * 10L);
      line(attempt * 10L, "ReadTimeoutError");
      exit(attempt * 10L + 1, 2);
    }
    assertEquals(Optional.of(FALLBACK), state.fallback());
    begin(50);
    line(50, "Error: getting top layer info: layer not known");
    assertInstanceOf(Action.Retry.class, exit(51, 125));
    assertEquals(Optional.of(FALLBACK), state.fallback());
  }

  @Test
  void shouldRetryAnUnknownFailureOnce() {
    begin(0);
    assertInstanceOf(Action.Retry.class, exit(1, 1));
    begin(10);
    Action.GiveUp giveUp = assertInstanceOf(Action.GiveUp.class, exit(11, 1));
    assertEquals(Cause.UNKNOWN, giveUp.failure().cause());
  }

  @Test
  void shouldForgetTheFindingsOfTheAttemptBefore() {
    begin(0);
    line(1, "ReadTimeoutError");
    exit(2, 2);
    begin(10);
    assertEquals(Diagnosis.NONE, state.diagnosis());
  }

  @Test
  void shouldNotStartAnAttemptThatTheTotalTimeHasNoRoomFor() {
    begin(998);
    line(998, "ReadTimeoutError");
    Action.GiveUp giveUp = assertInstanceOf(Action.GiveUp.class, exit(999, 2));
    assertTrue(giveUp.totalTimeOver());
  }

  @Test
  void shouldKillWhenTheTotalTimeIsOver() {
    begin(990);
    assertEquals(new Action.Kill(Cause.TIMED_OUT), line(1000, "Unpacking"));
    assertTrue(assertInstanceOf(Action.GiveUp.class, exit(1001, 1)).totalTimeOver());
  }

  @Test
  void shouldNotTakeItsOwnKillForALackOfMemory() {
    begin(0);
    stall(30);
    Action.Retry retry = assertInstanceOf(Action.Retry.class, exit(31, 137));
    assertEquals(Optional.empty(), retry.failure().finding());
  }

  @Test
  void shouldEndAtAnAbortWithoutARetry() {
    begin(0);
    assertEquals(new Action.Kill(Cause.ABORTED), tell(new Signal.AbortRequested()));
    assertEquals(
        Cause.ABORTED, assertInstanceOf(Action.GiveUp.class, exit(1, 1)).failure().cause());
  }
}
