package io.jenkins.plugins.aiimage.build;

import java.util.LinkedHashSet;
import java.util.Set;

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
