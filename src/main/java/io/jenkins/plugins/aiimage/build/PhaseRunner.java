package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.build.Supervision.Action;
import io.jenkins.plugins.aiimage.build.Supervision.Failure;
import io.jenkins.plugins.aiimage.build.Supervision.Signal;
import io.jenkins.plugins.aiimage.build.Supervision.Step;
import io.jenkins.plugins.aiimage.build.engine.Builder;
import io.jenkins.plugins.aiimage.build.engine.PhaseBuild;
import io.jenkins.plugins.aiimage.build.failure.Finding;
import io.jenkins.plugins.aiimage.build.failure.Hints;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Runs the attempts of a phase, as its supervision says. */
public final class PhaseRunner {
  /** Before the name of a phase: the label that tells which fallback the image was built with. */
  private static final String FALLBACK_LABEL = "io.jenkins.ai-image.fallback.";

  private final Builder builder;
  private final EventLog events;
  private final Clock clock;
  private final Abort abort;
  private final Instant end;
  private final RunningBuilds running;
  private final Locale language;

  /**
   * A runner of phases.
   *
   * @param end when the whole run must be over
   * @param running where its builders are noted
   * @param language of the hints
   */
  public PhaseRunner(
      Builder builder,
      EventLog events,
      Clock clock,
      Abort abort,
      Instant end,
      RunningBuilds running,
      Locale language) {
    this.builder = builder;
    this.events = events;
    this.clock = clock;
    this.abort = abort;
    this.end = end;
    this.running = running;
    this.language = language;
  }

  /** Builds the phase; retries, falls back and gives up by the policy. */
  public PhaseOutcome run(PhaseBuild phase, PhasePolicy policy) {
    Instant began = clock.instant();
    Supervision supervision = Supervision.of(policy, end);
    PhaseBuild current = phase;
    Installations installations = new Installations();
    while (true) {
      Instant attemptBegan = clock.instant();
      Attempt attempt = new Attempt(builder, events, clock, abort, running, installations);
      Attempt.Ended ended = attempt.run(current, supervision);
      Step step =
          ended
              .supervision()
              .on(
                  new Signal.Exited(
                      clock.instant(), ended.exitCode(), ThreadLocalRandom.current().nextDouble()));
      supervision = step.next();
      Duration took = Duration.between(attemptBegan, clock.instant());
      Duration tookInAll = Duration.between(began, clock.instant());
      if (step.action() instanceof Action.Succeed) {
        events.publish(
            new PhaseEvent.PhaseBuilt(
                phase.name(),
                supervision.attempt(),
                tookInAll,
                ended.imageId().orElse(""),
                supervision.fallback().map(PhasePolicy.Fallback::shown)));
        return new PhaseOutcome.Built(
            ended.imageId().orElse(""), installations.listed(), installations.count());
      }
      if (step.action() instanceof Action.Retry retry) {
        String next = "retrying in " + Durations.words(retry.pause());
        if (retry.fallback().isPresent()) {
          PhasePolicy.Fallback fallback = retry.fallback().get();
          current =
              current
                  .with(fallback.argument(), fallback.value())
                  .labelled(FALLBACK_LABEL + phase.name(), fallback.shown());
          next += " with " + fallback.shown();
        }
        events.publish(failed(phase, supervision, retry.failure(), ended, took, next));
        pause(retry.pause());
        continue;
      }
      Action.GiveUp giveUp = (Action.GiveUp) step.action();
      events.publish(failed(phase, supervision, giveUp.failure(), ended, took, "giving up"));
      events.publish(new PhaseEvent.PhaseFailed(phase.name(), supervision.attempt(), tookInAll));
      return outcome(phase, policy, supervision, giveUp, ended);
    }
  }

  private Event failed(
      PhaseBuild phase,
      Supervision supervision,
      Failure failure,
      Attempt.Ended ended,
      Duration took,
      String next) {
    return new PhaseEvent.AttemptFailed(
        phase.name(),
        supervision.attempt(),
        failure.cause(),
        failure.exitCode(),
        took,
        message(failure, ended),
        failure.finding().map(found -> found.sign().id()),
        failure.finding().map(found -> Hints.of(found.sign().id(), language)),
        failure.finding().flatMap(Finding::subject),
        ended.instruction(),
        ended.lastLines(),
        ended.hangingAt(),
        next);
  }

  private static String message(Failure failure, Attempt.Ended ended) {
    return failure
        .finding()
        .map(Finding::line)
        .orElse(
            ended.lastLines().isEmpty() ? "" : ended.lastLines().get(ended.lastLines().size() - 1))
        .strip();
  }

  private static PhaseOutcome outcome(
      PhaseBuild phase,
      PhasePolicy policy,
      Supervision supervision,
      Action.GiveUp giveUp,
      Attempt.Ended ended) {
    Failure failure = giveUp.failure();
    if (giveUp.totalTimeOver()) {
      return new PhaseOutcome.Failed(
          Problem.TOTAL_TIME,
          "The time for the whole run was over in phase "
              + phase.name()
              + ": raise the total time-out, or find out what takes so long.");
    }
    String attempts =
        supervision.attempt() == 1 ? "" : " after " + supervision.attempt() + " attempts";
    String said = message(failure, ended);
    String why =
        switch (failure.cause()) {
          case TIMED_OUT ->
              "took longer than " + Durations.words(policy.timeout()) + " (raise its time-out)";
          case STALLED ->
              "said nothing for "
                  + Durations.words(policy.stallTimeout())
                  + " (raise its stall time-out if such a silence is healthy)";
          case ABORTED -> "was aborted";
          default ->
              "failed"
                  + failure.exitCode().map(code -> " with exit code " + code).orElse("")
                  + (said.isEmpty() ? "" : ": " + said);
        };
    return new PhaseOutcome.Failed(
        failure.cause().problem(), "Phase " + phase.name() + " " + why + attempts + ".");
  }

  private void pause(Duration duration) {
    try {
      boolean unused = abort.await(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abort.request();
    }
  }
}
