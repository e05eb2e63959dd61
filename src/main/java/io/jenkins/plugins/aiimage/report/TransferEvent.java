package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a run tells of images on their way between engines and registries, and of their tags. */
public sealed interface TransferEvent extends Event {

  /** The engine began to fetch an image from a registry. */
  record PullStarted(String subject, String reference) implements TransferEvent {}

  /** The engine has the image now. */
  record PullDone(String subject, String reference, Duration duration) implements TransferEvent {}

  /**
   * What a run that pushes would do with one destination; it did nothing.
   *
   * @param reference where the image would be
   * @param way as a person reads it: from where it would come, or that it is there
   * @param tags that would be set
   */
  record PushPlanned(String subject, String reference, String way, List<String> tags)
      implements TransferEvent {
    public PushPlanned {
      tags = List.copyOf(tags);
    }
  }

  /** An image began to travel to the registry. */
  record PushStarted(String subject, String reference) implements TransferEvent {}

  /**
   * How far an image has come; about once a second at most. Bytes are those of layers, unpacked.
   *
   * @param sent so far; 0 where the engine does not count
   * @param total of the layers that have begun to be sent; 0 where that is not known
   * @param layersDone that are in the registry now
   * @param layers that are known
   */
  record PushProgress(
      String subject, String reference, long sent, long total, int layersDone, int layers)
      implements TransferEvent {}

  /**
   * An image is in the registry.
   *
   * @param digest of its manifest, if the engine told it
   * @param sentBytes of the layers that were sent, unpacked, if the engine counted
   * @param layersSent how many were sent, if the engine told it
   * @param layersThere how many the registry had, in this repository or another, if it told that
   */
  record PushDone(
      String subject,
      String reference,
      Duration duration,
      Optional<String> digest,
      Optional<Long> sentBytes,
      Optional<Integer> layersSent,
      Optional<Integer> layersThere)
      implements TransferEvent {}

  /** An image did not get to the registry. */
  record PushFailed(String subject, String reference, Duration duration, String message)
      implements TransferEvent {}

  /** A tag points at the image now; {@code moved} is false where it already did. */
  record Tagged(String reference, boolean moved) implements TransferEvent {}
}
