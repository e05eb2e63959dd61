package io.jenkins.plugins.aiimage.build.process;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody's wish that the run ends now. Once wished, it stays so. Safe for several threads. */
public final class Abort {
  private final Set<Runnable> listeners = new LinkedHashSet<>();
  private boolean requested;

  public synchronized boolean requested() {
    return requested;
  }

  /** Ends the run. */
  public void request() {
    Set<Runnable> told;
    synchronized (this) {
      if (requested) {
        return;
      }
      requested = true;
      told = Set.copyOf(listeners);
    }
    told.forEach(Runnable::run);
  }

  /**
   * Waits for the wish.
   *
   * @return false if the time went by without it
   */
  public boolean await(Duration time) throws InterruptedException {
    CountDownLatch wished = new CountDownLatch(1);
    try (Registration watching = onRequest(wished::countDown)) {
      return wished.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Runs {@code listener} when the wish comes, at once if it came already, until closed. */
  public Registration onRequest(Runnable listener) {
    boolean now;
    synchronized (this) {
      now = requested;
      if (!now) {
        listeners.add(listener);
      }
    }
    if (now) {
      listener.run();
    }
    return () -> {
      synchronized (this) {
        listeners.remove(listener);
      }
    };
  }

  /** A listener that can be taken back. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
