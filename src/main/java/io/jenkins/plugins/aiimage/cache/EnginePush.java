package io.jenkins.plugins.aiimage.cache;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.ImagePush;
import io.jenkins.plugins.aiimage.build.engine.PushOutcome;
import io.jenkins.plugins.aiimage.build.engine.PushProgress;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sends an image from an engine to a registry, and tells of it. */
public record EnginePush(Engine engine, EventLog events, Clock clock) {

  /**
   * Sends. That it fails is told and no exception.
   *
   * @param subject what the image is called in the log
   */
  public PushOutcome push(String subject, ImagePush push) {
    Instant began = clock.instant();
    events.publish(new TransferEvent.PushStarted(subject, push.destination()));
    PushOutcome outcome;
    try {
      outcome = engine.push(push, progress -> tell(subject, push, progress));
    } catch (EngineException e) {
      outcome = new PushOutcome.Failed(e.getMessage());
    }
    Duration took = Duration.between(began, clock.instant());
    events.publish(
        outcome instanceof PushOutcome.Arrived arrived
            ? done(subject, push, took, arrived)
            : new TransferEvent.PushFailed(
                subject, push.destination(), took, ((PushOutcome.Failed) outcome).words()));
    return outcome;
  }

  private void tell(String subject, ImagePush push, PushProgress progress) {
    events.publish(
        new TransferEvent.PushProgress(
            subject,
            push.destination(),
            progress.sent(),
            progress.total(),
            progress.layersDone(),
            progress.layers()));
  }

  private static Event done(
      String subject, ImagePush push, Duration took, PushOutcome.Arrived arrived) {
    return new TransferEvent.PushDone(
        subject,
        push.destination(),
        took,
        arrived.digest().map(Digest::toString),
        arrived.sentBytes(),
        arrived.layers().map(PushOutcome.Layers::sent),
        arrived.layers().map(layers -> layers.there() + layers.mounted()));
  }
}
