package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.build.PhasePolicy.Fallback;
import io.jenkins.plugins.aiimage.build.failure.Diagnosis;
import io.jenkins.plugins.aiimage.build.failure.Finding;
import io.jenkins.plugins.aiimage.report.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The supervisor of one phase as a value: told of lines, exits and the time, it answers with what
 * to do. It starts no process and reads no clock.
 *
 * @param end when the whole run must be over
 * @param attempt from 1; 0 before the first
 * @param began when this attempt did
 * @param heard when this attempt last said anything
 * @param killedFor set from the moment a kill was asked for: the exit code means nothing then
 * @param diagnosis what the lines of this attempt have told
 * @param fallbacksUsed how many of the policy's fallbacks were taken
 */
record Supervision(
    PhasePolicy policy,
    Instant end,
    int attempt,
    Instant began,
    Instant heard,
    Optional<Cause> killedFor,
    Diagnosis diagnosis,
    int fallbacksUsed) {

  /** What the runner tells. */
  sealed interface Signal {
    record AttemptBegan(Instant now) implements Signal {}

    record Line(Instant now, String text) implements Signal {}

    record TimePassed(Instant now) implements Signal {}

    /**
     * The builder ended.
     *
     * @param random from 0 to below 1, for the jitter of a pause
     */
    record Exited(Instant now, int code, double random) implements Signal {}

    record AbortRequested() implements Signal {}
  }

  /** What the runner is to do. */
  sealed interface Action {
    /** Go on; tell the time again at {@code until} at the latest. */
    record Watch(Instant until) implements Action {}

    record Kill(Cause cause) implements Action {}

    record Succeed() implements Action {}

    /** Start another attempt after a pause; with a fallback from now on, if there is one. */
    record Retry(Failure failure, Duration pause, Optional<Fallback> fallback) implements Action {}

    record GiveUp(Failure failure, boolean totalTimeOver) implements Action {}
  }

  /**
   * Why an attempt failed.
   *
   * @param exitCode empty when we killed it
   */
  record Failure(Cause cause, Optional<Integer> exitCode, Optional<Finding> finding) {}

  /** The next value of the supervisor and what to do now. */
  record Step(Supervision next, Action action) {}

  static Supervision of(PhasePolicy policy, Instant end) {
    return new Supervision(
        policy, end, 0, Instant.MIN, Instant.MIN, Optional.empty(), Diagnosis.NONE, 0);
  }

  Step on(Signal signal) {
    if (signal instanceof Signal.AttemptBegan began) {
      return watch(
          new Supervision(
              policy,
              end,
              attempt + 1,
              began.now(),
              began.now(),
              Optional.empty(),
              Diagnosis.NONE,
              fallbacksUsed));
    }
    if (signal instanceof Signal.Line line) {
      return onTime(heardAt(line.now(), diagnosis.heard(line.text())), line.now());
    }
    if (signal instanceof Signal.TimePassed time) {
      return onTime(this, time.now());
    }
    if (signal instanceof Signal.Exited exited) {
      return onExit(exited);
    }
    return killing(Cause.ABORTED);
  }

  private static Step onTime(Supervision state, Instant now) {
    if (state.killedFor.isPresent()) {
      return watch(state);
    }
    if (!now.isBefore(state.end) || !now.isBefore(state.began.plus(state.policy.timeout()))) {
      return state.killing(Cause.TIMED_OUT);
    }
    if (!now.isBefore(state.heard.plus(state.policy.stallTimeout()))) {
      return state.killing(Cause.STALLED);
    }
    return watch(state);
  }

  private Step onExit(Signal.Exited exited) {
    if (exited.code() == 0 && killedFor.isEmpty()) {
      return new Step(this, new Action.Succeed());
    }
    Optional<Finding> finding = diagnosis.conclude(exited.code());
    Cause cause = killedFor.or(() -> finding.map(Finding::cause)).orElse(Cause.UNKNOWN);
    Failure failure =
        new Failure(
            cause, killedFor.isPresent() ? Optional.empty() : Optional.of(exited.code()), finding);
    Duration pause = Backoff.after(attempt, exited.random());
    boolean fallBack = cause == Cause.INDEX && fallbacksUsed < policy.fallbacks().size();
    boolean worthIt = fallBack || worthAnotherAttempt(cause);
    boolean endReached = cause == Cause.TIMED_OUT && !exited.now().isBefore(end);
    boolean timeLeft = exited.now().plus(pause).isBefore(end);
    if (!timeLeft || !worthIt) {
      return new Step(this, new Action.GiveUp(failure, endReached || (worthIt && !timeLeft)));
    }
    Optional<Fallback> fallback =
        fallBack ? Optional.of(policy.fallbacks().get(fallbacksUsed)) : Optional.empty();
    Supervision next =
        new Supervision(
            policy,
            end,
            attempt,
            began,
            heard,
            killedFor,
            diagnosis,
            fallbacksUsed + (fallBack ? 1 : 0));
    return new Step(next, new Action.Retry(failure, pause, fallback));
  }

  private boolean worthAnotherAttempt(Cause cause) {
    return switch (cause) {
      case TRANSIENT, INDEX, STALLED, TIMED_OUT -> attempt <= policy.retries();
      case UNKNOWN -> attempt <= Math.min(1, policy.retries());
      case PERMANENT, ENGINE_LOST, DISK_FULL, ABORTED -> false;
    };
  }

  private Supervision heardAt(Instant now, Diagnosis newest) {
    return new Supervision(policy, end, attempt, began, now, killedFor, newest, fallbacksUsed);
  }

  private Step killing(Cause cause) {
    return new Step(
        new Supervision(
            policy, end, attempt, began, heard, Optional.of(cause), diagnosis, fallbacksUsed),
        new Action.Kill(cause));
  }

  private static Step watch(Supervision state) {
    Instant timeout = state.began.plus(state.policy.timeout());
    Instant stall = state.heard.plus(state.policy.stallTimeout());
    Instant until = timeout.isBefore(stall) ? timeout : stall;
    return new Step(state, new Action.Watch(until.isBefore(state.end) ? until : state.end));
  }
}
