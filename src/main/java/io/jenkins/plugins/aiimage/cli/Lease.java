package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.dockerfile.DurationText;
import io.jenkins.plugins.aiimage.report.Durations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A caller's sign of life: a file that it touches. The file's times are only compared with each
 * other, so a clock that differs or is set does no harm.
 */
final class Lease {
  private static final Duration STANDARD = Duration.ofMinutes(30);

  private final Path file;
  private final Duration time;
  private long touched = Long.MIN_VALUE;
  private long renewedAt;

  Lease(Path file, Duration time) {
    this.file = file;
    this.time = time;
  }

  /**
   * The one that was asked for.
   *
   * @throws IOException in one sentence, if it cannot be
   */
  static Optional<Lease> of(Arguments arguments) throws IOException {
    Duration time = STANDARD;
    for (String text : arguments.values("leaseTime")) {
      try {
        time = DurationText.parse(text);
      } catch (IllegalArgumentException e) {
        throw new IOException("--lease-time: " + e.getMessage() + ".", e);
      }
    }
    for (String name : arguments.values("lease")) {
      Path file = Path.of(name).toAbsolutePath();
      if (!Files.exists(file)) {
        throw new IOException("--lease: there is no file " + file + ".");
      }
      return Optional.of(new Lease(file, time));
    }
    return Optional.empty();
  }

  /** Looks now and then, and runs {@code onExpiry} once if it expires. Keeps no JVM alive. */
  void watch(Runnable onExpiry) {
    ScheduledExecutorService watcher =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "ai-image lease");
              thread.setDaemon(true);
              return thread;
            });
    long period = Math.max(1, Math.min(10_000, time.toMillis() / 4));
    ScheduledFuture<?> unused =
        watcher.scheduleWithFixedDelay(
            () -> {
              if (isExpired(lastModified(), System.nanoTime())) {
                watcher.shutdown();
                onExpiry.run();
              }
            },
            0,
            period,
            TimeUnit.MILLISECONDS);
  }

  /**
   * Told of the file's time as often as it is looked at.
   *
   * @param lastModified in milliseconds; any other value than before counts as a sign of life
   * @param now in nanoseconds, from any origin
   */
  boolean isExpired(long lastModified, long now) {
    if (lastModified != touched) {
      touched = lastModified;
      renewedAt = now;
    }
    return now - renewedAt >= time.toNanos();
  }

  /** What to say then. */
  String expired() {
    return "nobody has touched "
        + file
        + " for "
        + Durations.words(time)
        + ": the caller is gone, so this run ends.";
  }

  private long lastModified() {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      // Deleted or out of reach: no sign of life.
      return touched;
    }
  }
}
