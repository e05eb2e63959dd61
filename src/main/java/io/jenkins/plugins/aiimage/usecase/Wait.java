package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One wait for another run: told at once, every ten seconds, and at its end. */
final class Wait {
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
  private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(10);

  private final EventLog events;
  private final Clock clock;
  private final Abort abort;
  private final Instant end;
  private final Instant began;
  private final String words;
  private Optional<String> who = Optional.empty();
  private Instant nextEvent = Instant.MIN;

  /**
   * A wait that begins now.
   *
   * @param end when the whole run must be over
   * @param words what the other run does, as a person reads it
   */
  Wait(EventLog events, Clock clock, Abort abort, Instant end, String words) {
    this.events = events;
    this.clock = clock;
    this.abort = abort;
    this.end = end;
    this.began = clock.instant();
    this.words = words;
  }

  Instant began() {
    return began;
  }

  /** Whether somebody was waited for. */
  boolean told() {
    return who.isPresent();
  }

  /**
   * Lets some time pass.
   *
   * @param holder who is waited for; empty where that one has not said yet who it is
   * @throws UseCaseException if the run is aborted meanwhile, or its time is over
   */
  void on(Optional<FlightHolder> holder) throws UseCaseException {
    Instant now = clock.instant();
    // One that has its lock this very moment says soon who it is.
    if (holder.isPresent() || !now.isBefore(began.plus(BETWEEN_ATTEMPTS))) {
      tell(holder, now);
    }
    silently();
  }

  /** The same where nothing is to be told. */
  void silently() throws UseCaseException {
    Instant now = clock.instant();
    if (!now.isBefore(end)) {
      throw new UseCaseException(
          Problem.TOTAL_TIME,
          "The time for the whole run was over while it waited for "
              + who.orElse("another run")
              + ", which "
              + words
              + ": raise the total time-out, or find out what takes that one so long.");
    }
    await(Duration.between(now, end));
  }

  private void tell(Optional<FlightHolder> holder, Instant now) {
    Optional<String> before = who;
    who = holder.map(FlightHolder::words).or(() -> before).or(() -> Optional.of("another run"));
    if (!who.equals(before) || !now.isBefore(nextEvent)) {
      nextEvent = now.plus(BETWEEN_EVENTS);
      events.publish(
          new Event.WaitingForRun(
              who.get(),
              words,
              holder.map(FlightHolder::since).orElse(began),
              Duration.between(began, now)));
    }
  }

  private void await(Duration atMost) throws UseCaseException {
    boolean aborted;
    try {
      aborted = abort.await(atMost.compareTo(BETWEEN_ATTEMPTS) < 0 ? atMost : BETWEEN_ATTEMPTS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      aborted = true;
    }
    if (aborted) {
      throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
    }
  }

  void end() {
    who.ifPresent(
        last ->
            events.publish(new Event.WaitedForRun(last, Duration.between(began, clock.instant()))));
  }
}
