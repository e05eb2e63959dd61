package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets one run of a user on a machine do a piece of work, while the others that want the same wait.
 * Whoever has waited looks first whether the work is done by now.
 */
public final class Flight {
  private static final Duration KEPT = Duration.ofDays(1);

  private final FlightFolder folder;
  private final FlightHolder self;
  private final EventLog events;
  private final Clock clock;
  private final Abort abort;
  private final Instant end;

  /**
   * What one run waits by.
   *
   * @param abort ends a wait at once
   * @param end when the whole run must be over
   */
  public Flight(Machine machine, EventLog events, Abort abort, Instant end) {
    this(machine.state().root().resolve("flights"), machine, events, abort, end);
  }

  /**
   * The same among all who share a folder, whoever they are.
   *
   * @param folder for the locks
   */
  public Flight(Path folder, Machine machine, EventLog events, Abort abort, Instant end) {
    this(
        new FlightFolder(folder),
        FlightHolder.here(machine.environment(), machine.clock()),
        events,
        machine.clock(),
        abort,
        end);
  }

  Flight(
      FlightFolder folder,
      FlightHolder self,
      EventLog events,
      Clock clock,
      Abort abort,
      Instant end) {
    this.folder = folder;
    this.self = self;
    this.events = events;
    this.clock = clock;
    this.abort = abort;
    this.end = end;
  }

  /** A turn at some work; closed, it is the next one's. */
  public static final class Turn implements AutoCloseable {
    private final Optional<FlightLock> lock;
    private final boolean waited;

    private Turn(Optional<FlightLock> lock, boolean waited) {
      this.lock = lock;
      this.waited = waited;
    }

    /** Whether another run had its turn first. */
    public boolean waited() {
      return waited;
    }

    @Override
    public void close() {
      lock.ifPresent(FlightLock::close);
    }
  }

  /**
   * Waits for its turn. Where files cannot be locked it is at once, with a warning.
   *
   * @param work what two runs must not do at once: its kind, its subject and the place of its
   *     result
   * @param words the same of the other run as a person reads it: {@code builds the same image}
   * @throws UseCaseException if the run is aborted meanwhile, or its time is over
   */
  public Turn enter(String work, String words) throws UseCaseException {
    Wait wait = new Wait(events, clock, abort, end, words);
    try {
      while (true) {
        FlightLock.Attempt attempt = folder.attempt(work, self);
        if (attempt instanceof FlightLock.Attempt.Held held) {
          folder.tidy(wait.began().minus(KEPT));
          return new Turn(Optional.of(held.lock()), wait.told());
        }
        wait.on(((FlightLock.Attempt.Taken) attempt).holder());
      }
    } catch (IOException e) {
      events.publish(
          new Event.Warned(
              "Files in "
                  + folder.root()
                  + " cannot be locked ("
                  + e.getMessage()
                  + "): going on without waiting for others that do the same."));
      return new Turn(Optional.empty(), wait.told());
    } finally {
      wait.end();
    }
  }
}
