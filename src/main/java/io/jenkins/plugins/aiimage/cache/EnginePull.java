package io.jenkins.plugins.aiimage.cache;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Brings an image from a registry to an engine, and tells of it: it may take a minute. */
public record EnginePull(Engine engine, EventLog events, Clock clock) {

  /**
   * Fetches.
   *
   * @param subject what the image is called in the log
   * @return empty if it is there now, otherwise the engine's words
   */
  public Optional<String> pull(String subject, String reference, Duration timeout)
      throws EngineException {
    Instant began = clock.instant();
    events.publish(new TransferEvent.PullStarted(subject, reference));
    Optional<String> failure = engine.pull(reference, timeout);
    if (failure.isEmpty()) {
      events.publish(
          new TransferEvent.PullDone(subject, reference, Duration.between(began, clock.instant())));
    }
    return failure;
  }
}
