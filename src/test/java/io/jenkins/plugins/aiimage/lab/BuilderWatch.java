package io.jenkins.plugins.aiimage.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Notes when the builders that this JVM starts for an experiment end. */
final class BuilderWatch implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(30);

  private final String id;
  private final Runnable onFirstEnd;
  private final Set<Long> seen = new HashSet<>();
  private final List<Instant> ends = new ArrayList<>();
  private volatile boolean closed;

  /**
   * Watches from now on.
   *
   * @param id an argument of the experiment's builders contains it
   */
  BuilderWatch(String id, Runnable onFirstEnd) {
    this.id = id;
    this.onFirstEnd = onFirstEnd;
    Thread thread = new Thread(this::watch, "builder-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** When the builders ended, in order. */
  synchronized List<Instant> ends() {
    return List.copyOf(ends);
  }

  @Override
  public void close() {
    closed = true;
  }

  private void watch() {
    while (!closed) {
      ProcessHandle.current().children().filter(this::isBuilder).forEach(this::note);
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private boolean isBuilder(ProcessHandle child) {
    return !seen.contains(child.pid()) && child.info().commandLine().orElse("").contains(id);
  }

  private void note(ProcessHandle builder) {
    seen.add(builder.pid());
    CompletableFuture<Void> unused = builder.onExit().thenAccept(ended -> end());
  }

  private void end() {
    boolean first;
    synchronized (this) {
      ends.add(Instant.now());
      first = ends.size() == 1;
    }
    if (first) {
      onFirstEnd.run();
    }
  }
}
