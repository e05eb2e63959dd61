package io.jenkins.plugins.aiimage.build;

import java.time.Duration;

/** How long to wait before another attempt: doubling, never over a minute, with jitter. */
public final class Backoff {
  private static final long FIRST_MS = 2_000;
  private static final long LONGEST_MS = 60_000;

  private Backoff() {}

  /**
   * The pause.
   *
   * @param failedAttempts from 1
   * @param random from 0 to below 1; spreads agents that failed together
   * @return between half and the whole of the doubled pause
   */
  public static Duration after(int failedAttempts, double random) {
    long doubled = FIRST_MS << Math.min(failedAttempts - 1, 10);
    long half = Math.min(doubled, LONGEST_MS) / 2;
    return Duration.ofMillis(half + (long) (half * random));
  }
}
