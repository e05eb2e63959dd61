package io.jenkins.plugins.aiimage.build.engine.api;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.Interruption;
import io.jenkins.plugins.aiimage.build.process.Patience;
import java.util.Optional;

/** Tells when an exchange has to end before it is complete. */
final class Watch {
  private final Patience patience;
  private final Abort abort;
  private final long began = System.nanoTime();
  private long heard = began;

  Watch(Patience patience, Abort abort) {
    this.patience = patience;
    this.abort = abort;
  }

  /** The other side gave a sign of life. */
  void heard() {
    heard = System.nanoTime();
  }

  /** Empty as long as it may go on. */
  Optional<Interruption> end() {
    if (abort.requested() || Thread.currentThread().isInterrupted()) {
      return Optional.of(Interruption.ABORTED);
    }
    if (totalLeft() <= 0) {
      return Optional.of(Interruption.OUT_OF_TIME);
    }
    return silenceLeft() <= 0 ? Optional.of(Interruption.SILENT) : Optional.empty();
  }

  /** How long nothing need be looked at, in milliseconds; at least one. */
  long rest() {
    return Math.max(1, Math.min(totalLeft(), silenceLeft()) / 1_000_000);
  }

  private long totalLeft() {
    return patience.total().toNanos() - (System.nanoTime() - began);
  }

  private long silenceLeft() {
    return patience.silence().toNanos() - (System.nanoTime() - heard);
  }
}
