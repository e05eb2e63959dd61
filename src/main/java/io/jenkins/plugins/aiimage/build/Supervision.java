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
 * @param heard when this attempt last said anything, or its engine was seen at work
 * @param allowance how much longer than the stall limit the silence since then may be
 * @param killedFor set from the moment a kill was asked for: the exit code means nothing then
 * @param diagnosis what the lines of this attempt have told
 * @param fallbacksUsed how many of the policy's fallbacks were taken
 * @param mishaps how many attempts the builder itself spoiled, which count as none
 */
record Supervision(
    PhasePolicy policy,
    Instant end,
    int attempt,
    Instant began,
    Instant heard,
    Duration allowance,
    Optional<Cause> killedFor,
    Diagnosis diagnosis,
    int fallbacksUsed,
    int mishaps) {
  /** How many attempts a builder may spoil. */
  private static final int MOST_MISHAPS = 3;

  /** What the runner tells. */
  sealed interface Signal {
    record AttemptBegan(Instant now) implements Signal {}

    record Line(Instant now, String text) implements Signal {}

    record TimePassed(Instant now) implements Signal {}

    /** The answer to {@link Action.AskEngine}. */
    record EngineAsked(Instant now, boolean atWork) implements Signal {}

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

    /** The stall limit is reached: find out whether the engine is silently at work itself. */
    record AskEngine() implements Action {}

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
        policy,
        end,
        0,
        Instant.MIN,
        Instant.MIN,
        Duration.ZERO,
        Optional.empty(),
        Diagnosis.NONE,
        0,
        0);
  }

  /** How long the silence that began last may be. */
  Duration silenceLimit() {
    return policy.stallTimeout().plus(allowance);
  }

  /** When the time must be told at the latest. */
  Instant due() {
    Instant timeout = began.plus(policy.timeout());
    Instant stall = heard.plus(silenceLimit());
    Instant until = timeout.isBefore(stall) ? timeout : stall;
    return until.isBefore(end) ? until : end;
  }

  /** The fallback that attempts use now. */
  Optional<Fallback> fallback() {
    return fallbacksUsed == 0
        ? Optional.empty()
        : Optional.of(policy.fallbacks().get(fallbacksUsed - 1));
  }

  Step on(Signal signal) {
    if (signal instanceof Signal.AttemptBegan began) {
      return watch(begun(began.now()));
    }
    if (signal instanceof Signal.Line line) {
      return onTime(
          heard(line.now(), Silence.allowedAfter(line.text()), diagnosis.heard(line.text())),
          line.now());
    }
    if (signal instanceof Signal.TimePassed time) {
      return onTime(this, time.now());
    }
    if (signal instanceof Signal.EngineAsked answer) {
      return onAnswer(answer);
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
    if (!now.isBefore(state.heard.plus(state.silenceLimit()))) {
      return new Step(state, new Action.AskEngine());
    }
    return watch(state);
  }

  private Step onAnswer(Signal.EngineAsked answer) {
    if (killedFor.isPresent()) {
      return watch(this);
    }
    return answer.atWork()
        ? onTime(heard(answer.now(), Duration.ZERO, diagnosis), answer.now())
        : killing(Cause.STALLED);
  }

  private Step onExit(Signal.Exited exited) {
    if (exited.code() == 0 && killedFor.isEmpty()) {
      return new Step(this, new Action.Succeed());
    }
    Optional<Finding> finding = finding(exited.code());
    Cause cause = killedFor.or(() -> finding.map(Finding::cause)).orElse(Cause.UNKNOWN);
    Failure failure =
        new Failure(
            cause, killedFor.isPresent() ? Optional.empty() : Optional.of(exited.code()), finding);
    boolean mishap = cause == Cause.BUILDER_STATE && mishaps < MOST_MISHAPS;
    Duration pause = Backoff.after(mishap ? 1 : attempt - mishaps, exited.random());
    boolean fallBack = fallbacksUsed < policy.fallbacks().size() && worthAFallback(cause);
    boolean worthIt = mishap || fallBack || worthAnotherAttempt(cause);
    boolean endReached = cause == Cause.TIMED_OUT && !exited.now().isBefore(end);
    boolean timeLeft = exited.now().plus(pause).isBefore(end);
    if (!timeLeft || !worthIt) {
      return new Step(this, new Action.GiveUp(failure, endReached || (worthIt && !timeLeft)));
    }
    Supervision next =
        mishap ? counting(fallbacksUsed, mishaps + 1) : fallBack ? fallingBack() : this;
    return new Step(
        next, new Action.Retry(failure, pause, fallBack ? next.fallback() : Optional.empty()));
  }

  /** The exit code after our own kill tells nothing, and an abort has no other reason. */
  private Optional<Finding> finding(int exitCode) {
    if (killedFor.isEmpty()) {
      return diagnosis.conclude(exitCode);
    }
    return killedFor.get() == Cause.ABORTED ? Optional.empty() : diagnosis.conclude(0);
  }

  /** At once when the index is at fault; as a last resort when a server keeps failing in ways. */
  private boolean worthAFallback(Cause cause) {
    return switch (cause) {
      case INDEX -> true;
      case TRANSIENT, STALLED -> !worthAnotherAttempt(cause);
      default -> false;
    };
  }

  private boolean worthAnotherAttempt(Cause cause) {
    return switch (cause) {
      case TRANSIENT, BUILDER_STATE, INDEX, STALLED, TIMED_OUT ->
          attempt - mishaps <= policy.retries();
      case UNKNOWN -> attempt - mishaps <= Math.min(1, policy.retries());
      case PERMANENT, ENGINE_LOST, DISK_FULL, ABORTED -> false;
    };
  }

  private Supervision begun(Instant now) {
    return new Supervision(
        policy,
        end,
        attempt + 1,
        now,
        now,
        Duration.ZERO,
        Optional.empty(),
        Diagnosis.NONE,
        fallbacksUsed,
        mishaps);
  }

  private Supervision heard(Instant now, Duration allowance, Diagnosis newest) {
    return new Supervision(
        policy, end, attempt, began, now, allowance, killedFor, newest, fallbacksUsed, mishaps);
  }

  private Supervision fallingBack() {
    return counting(fallbacksUsed + 1, mishaps);
  }

  private Supervision counting(int fallbacks, int spoiled) {
    return new Supervision(
        policy, end, attempt, began, heard, allowance, killedFor, diagnosis, fallbacks, spoiled);
  }

  private Step killing(Cause cause) {
    return new Step(
        new Supervision(
            policy,
            end,
            attempt,
            began,
            heard,
            allowance,
            Optional.of(cause),
            diagnosis,
            fallbacksUsed,
            mishaps),
        new Action.Kill(cause));
  }

  private static Step watch(Supervision state) {
    return new Step(state, new Action.Watch(state.due()));
  }
}
