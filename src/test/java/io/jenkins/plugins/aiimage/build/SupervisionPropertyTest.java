package io.jenkins.plugins.aiimage.build;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.PhasePolicy.Fallback;
import io.jenkins.plugins.aiimage.build.Supervision.Action;
import io.jenkins.plugins.aiimage.build.Supervision.Signal;
import io.jenkins.plugins.aiimage.build.Supervision.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SupervisionPropertyTest {
  private static final List<String> TEXTS =
      List.of(
          "Unpacking libc6",
          "ReadTimeoutError",
          "(from versions: none) Could not find a version that satisfies the requirement",
          "no space left on device",
          "Connection broken");

  /** A random story: each number is what happens next and how many seconds later. */
  @Property
  void shouldAlwaysEndWithinItsAttemptsAndItsTime(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 5000) Integer> story,
      @ForAll @IntRange(min = 0, max = 4) int retries) {
    Instant now = Instant.EPOCH;
    Instant end = now.plusSeconds(5000);
    PhasePolicy policy =
        new PhasePolicy(
            Duration.ofSeconds(300),
            Duration.ofSeconds(60),
            retries,
            List.of(new Fallback("A", "1"), new Fallback("A", "2")));
    Supervision state = Supervision.of(policy, end);
    Action action = null;
    for (int next : story) {
      now = now.plusSeconds(next % 70);
      Signal signal = signal(next, now, action);
      Step step = state.on(signal);
      if (step.action() instanceof Action.Kill) {
        assertTrue(state.killedFor().isEmpty() || signal instanceof Signal.AbortRequested);
      }
      if (step.action() instanceof Action.Watch watch) {
        assertTrue(step.next().killedFor().isPresent() || watch.until().isAfter(now));
        assertFalse(watch.until().isAfter(end));
      }
      if (step.action() instanceof Action.Retry retry) {
        assertTrue(now.plus(retry.pause()).isBefore(end));
        assertFalse(retry.pause().isNegative() || retry.pause().isZero());
      }
      state = step.next();
      action = step.action();
      assertTrue(state.attempt() <= 1 + retries + policy.fallbacks().size() + 1);
      if (action instanceof Action.GiveUp || action instanceof Action.Succeed) {
        return;
      }
    }
    assertNotEquals(-1, state.attempt());
  }

  private static Signal signal(int number, Instant now, Action before) {
    if (before == null || before instanceof Action.Retry) {
      return new Signal.AttemptBegan(now);
    }
    if (before instanceof Action.AskEngine) {
      return new Signal.EngineAsked(now, number % 2 == 0);
    }
    if (before instanceof Action.Kill) {
      return new Signal.Exited(now, number % 2, 0.1);
    }
    return switch (number % 13) {
      case 0 -> new Signal.Exited(now, number % 3, 0.9);
      case 1 -> new Signal.AbortRequested();
      case 2, 3, 4 -> new Signal.TimePassed(now);
      default -> new Signal.Line(now, TEXTS.get(number % TEXTS.size()));
    };
  }
}
