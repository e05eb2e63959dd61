package io.jenkins.plugins.aiimage.registry;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a connection whose time is over. A socket's own time-out starts anew with every byte, so a
 * server that drips one byte a second would hold a reader for ever.
 */
final class Watchdog {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final Runnable cut;
  private volatile long deadline;
  private volatile boolean barked;
  private volatile Future<?> next;

  private Watchdog(Runnable cut) {
    this.cut = cut;
  }

  /** Watches until {@link #stop()}. */
  static Watchdog watch(Duration time, Runnable cut) {
    Watchdog watchdog = new Watchdog(cut);
    watchdog.restart(time);
    watchdog.schedule(time.toNanos());
    return watchdog;
  }

  /** Gives this much time from now on. */
  void restart(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  Duration left() {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  void stop() {
    Future<?> last = next;
    if (last != null) {
      last.cancel(false);
    }
  }

  boolean hasBarked() {
    return barked;
  }

  private void schedule(long nanos) {
    next = TIMER.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
  }

  private void look() {
    long left = deadline - System.nanoTime();
    if (left > 0) {
      schedule(left);
    } else {
      barked = true;
      cut.run();
    }
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "registry-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
