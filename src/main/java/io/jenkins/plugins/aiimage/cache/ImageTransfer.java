package io.jenkins.plugins.aiimage.cache;

import io.jenkins.plugins.aiimage.registry.CopyListener;
import io.jenkins.plugins.aiimage.registry.ImageCopy;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Copies an image from registry to registry, and tells of it.
 *
 * @param over asked often: whether to give up
 */
public record ImageTransfer(EventLog events, Clock clock, BooleanSupplier over) {
  private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);

  /**
   * Copies.
   *
   * @param subject what it is called in the log
   * @param reference where it goes to, as a person reads it
   */
  public ImageCopy.Copied copy(
      String subject, Repository from, Manifest image, Repository to, String reference)
      throws RegistryException {
    Instant began = clock.instant();
    events.publish(new TransferEvent.PushStarted(subject, reference));
    try {
      ImageCopy.Copied copied =
          new ImageCopy(from, to, over, listener(subject, reference, began)).copy(image);
      events.publish(
          new TransferEvent.PushDone(
              subject,
              reference,
              since(began),
              Optional.of(image.digest().toString()),
              Optional.of(copied.sentBytes()),
              Optional.of(copied.sent()),
              Optional.of(copied.there() + copied.mounted())));
      return copied;
    } catch (RegistryException e) {
      events.publish(
          new TransferEvent.PushFailed(subject, reference, since(began), e.getMessage()));
      throw e;
    }
  }

  private CopyListener listener(String subject, String reference, Instant began) {
    return new CopyListener() {
      private Instant told = began;

      @Override
      public void progress(long sentBytes, long totalBytes, int layersDone, int layers) {
        if (since(told).compareTo(BETWEEN_EVENTS) >= 0) {
          told = clock.instant();
          events.publish(
              new TransferEvent.PushProgress(
                  subject, reference, sentBytes, totalBytes, layersDone, layers));
        }
      }
    };
  }

  private Duration since(Instant time) {
    return Duration.between(time, clock.instant());
  }
}
