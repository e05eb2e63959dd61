package io.jenkins.plugins.aiimage.jenkins.run;

import java.time.Duration;

/** How long to wait between two looks at a run: a little, and longer while nothing happens. */
final class Backoff {
  private static final long SHORTEST = 150;
  private static final long LONGEST = 3_000;

  private long millis = SHORTEST;

  /** Something happened. */
  Duration first() {
    millis = SHORTEST;
    return Duration.ofMillis(millis);
  }

  /** Nothing did. */
  Duration next() {
    millis = Math.min(LONGEST, millis * 6 / 5);
    return Duration.ofMillis(millis);
  }
}
