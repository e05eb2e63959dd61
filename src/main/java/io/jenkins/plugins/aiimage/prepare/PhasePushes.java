package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends the images of phases to the registry while the next phase builds, one after the other:
 * their layers are each other's.
 */
final class PhasePushes implements AutoCloseable {
  private final Engine engine;
  private final EventLog events;
  private final Clock clock;
  private final Instant end;
  private final ExecutorService one =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "ai-image pushes");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Future<?>> running = new ArrayList<>();

  PhasePushes(Engine engine, EventLog events, Clock clock, Instant end) {
    this.engine = engine;
    this.events = events;
    this.clock = clock;
    this.end = end;
  }

  /** Begins to send a phase's image; that it fails is told and harms nothing. */
  void begin(String phase, String reference) {
    running.add(one.submit(() -> push(phase, reference)));
  }

  /** Sends an image once all that went before is through; true if it arrived. */
  boolean finish(String subject, String reference) {
    for (Future<?> push : running) {
      await(push);
    }
    return push(subject, reference);
  }

  private boolean push(String subject, String reference) {
    Instant began = clock.instant();
    events.publish(new Event.PushStarted(subject, reference));
    Optional<String> failure;
    try {
      failure = engine.push(reference, Duration.between(began, end));
    } catch (EngineException e) {
      failure = Optional.of(e.getMessage());
    }
    Duration took = Duration.between(began, clock.instant());
    events.publish(
        failure.isEmpty()
            ? new Event.PushDone(subject, reference, took)
            : new Event.PushFailed(subject, reference, took, failure.get()));
    return failure.isEmpty();
  }

  private static void await(Future<?> push) {
    try {
      push.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was begun arrives also where the run fails: the next one goes on from there. */
  @Override
  public void close() {
    running.forEach(PhasePushes::await);
    one.shutdownNow();
  }
}
