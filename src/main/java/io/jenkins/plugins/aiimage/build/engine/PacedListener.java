package io.jenkins.plugins.aiimage.build.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Passes on the first progress, then one a second at most, and the last one in the end. */
final class PacedListener implements PushListener {
  private static final Duration PACE = Duration.ofSeconds(1);

  private final PushListener listener;
  private final LongSupplier nanoTime;
  private Optional<PushProgress> waiting = Optional.empty();
  private Optional<PushProgress> told = Optional.empty();
  private long toldAt;

  PacedListener(PushListener listener, LongSupplier nanoTime) {
    this.listener = listener;
    this.nanoTime = nanoTime;
  }

  @Override
  public void progress(PushProgress progress) {
    waiting = Optional.of(progress).filter(news -> !told.equals(Optional.of(news)));
    if (told.isEmpty() || nanoTime.getAsLong() - toldAt >= PACE.toNanos()) {
      flush();
    }
  }

  /** What has not been told yet. */
  void flush() {
    if (waiting.isPresent()) {
      told = waiting;
      toldAt = nanoTime.getAsLong();
      waiting = Optional.empty();
      listener.progress(told.get());
    }
  }
}
