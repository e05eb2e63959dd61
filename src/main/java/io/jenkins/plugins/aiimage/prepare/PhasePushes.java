package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.ImagePush;
import io.jenkins.plugins.aiimage.build.engine.PushOutcome;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.EnginePush;
import io.jenkins.plugins.aiimage.report.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends the images of phases to the registry while the next phase builds, one after the other:
 * their layers are each other's.
 */
final class PhasePushes implements AutoCloseable {
  private final EnginePush engine;
  private final Clock clock;
  private final Abort abort;
  private final Instant end;
  private final Duration stallTimeout;
  private final ExecutorService one =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "ai-image pushes");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Future<?>> running = new ArrayList<>();
  private final List<Wish> failed = new ArrayList<>();

  /** An image to send, and where to. */
  private record Wish(String subject, String imageId, String reference) {}

  /**
   * Sends with one engine.
   *
   * @param end when the whole run has to be over
   * @param stallTimeout how long nothing may move in a push
   */
  PhasePushes(
      Engine engine,
      EventLog events,
      Clock clock,
      Abort abort,
      Instant end,
      Duration stallTimeout) {
    this.abort = abort;
    this.stallTimeout = stallTimeout;
    this.engine = new EnginePush(engine, events, clock);
    this.clock = clock;
    this.end = end;
  }

  /** Begins to send a phase's image; that it fails is told and harms nothing. */
  void begin(String phase, String imageId, String reference) {
    Wish wish = new Wish(phase, imageId, reference);
    running.add(
        one.submit(
            () -> {
              if (!push(wish)) {
                failed.add(wish);
              }
            }));
  }

  /**
   * Sends an image once all that went before is through and what failed of it was tried once more;
   * true if it arrived.
   */
  boolean finish(String subject, String imageId, String reference) {
    for (Future<?> push : running) {
      await(push);
    }
    for (Wish wish : failed) {
      if (!abort.requested()) {
        boolean unused = push(wish);
      }
    }
    return push(new Wish(subject, imageId, reference));
  }

  private boolean push(Wish wish) {
    ImagePush push =
        new ImagePush(
            wish.imageId(), wish.reference(), Duration.between(clock.instant(), end), stallTimeout);
    return engine.push(wish.subject(), push) instanceof PushOutcome.Arrived;
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
