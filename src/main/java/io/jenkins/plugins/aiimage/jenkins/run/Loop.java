package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.model.Computer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/**
 * Takes one turn after the other, never two at a time, on threads that may wait for an agent; no
 * thread is held in between.
 */
final class Loop {
  /** One turn. */
  @FunctionalInterface
  interface Turn {
    /** How long until the next; empty if there is none. */
    Optional<Duration> take();
  }

  private final Turn turn;
  private ScheduledFuture<?> next;
  private boolean running;
  private boolean wakened;

  Loop(Turn turn) {
    this.turn = turn;
  }

  /** Takes a turn now, or at once after the one under way. */
  synchronized void wake() {
    wakened = true;
    if (!running && (next == null || next.cancel(false))) {
      run();
    }
  }

  private synchronized void run() {
    if (running) {
      wakened = true;
      return;
    }
    next = null;
    wakened = false;
    running = true;
    Computer.threadPoolForRemoting.execute(this::takeTurn);
  }

  private void takeTurn() {
    Optional<Duration> pause = turn.take();
    synchronized (this) {
      running = false;
      if (pause.isPresent()) {
        long delay = wakened ? 0 : pause.get().toMillis();
        next = Timer.get().schedule(this::run, delay, TimeUnit.MILLISECONDS);
      }
    }
  }
}
