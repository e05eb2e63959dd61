package io.jenkins.plugins.aiimage.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often, and after what pause, a request that changes nothing is sent again when it failed with
 * 429, 5xx or a connection cut. A connection that was never made and a refusal are final.
 *
 * @param retries after the first attempt
 * @param shortest the pause before the first retry; it doubles from one to the next. No server can
 *     make it shorter: {@code retry-after: 35.852µs} has been seen.
 * @param longest a server that asks for more is not asked again
 */
public record RetryPolicy(int retries, Duration shortest, Duration longest) {
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(2, Duration.ofMillis(500), Duration.ofSeconds(10));
  public static final RetryPolicy NONE = new RetryPolicy(0, Duration.ZERO, Duration.ZERO);

  /** One attempt. */
  @FunctionalInterface
  interface Attempt<T, E extends Exception> {
    T run() throws RegistryException, E;
  }

  /** Runs until it succeeds or no retry is left; the last failure is thrown. */
  <T, E extends Exception> T run(Attempt<T, E> attempt) throws RegistryException, E {
    for (int retry = 0; ; retry++) {
      try {
        return attempt.run();
      } catch (RegistryException e) {
        Optional<Duration> pause = pauseBefore(retry, e);
        if (pause.isEmpty()) {
          throw e;
        }
        sleep(pause.get(), e);
      }
    }
  }

  /** The pause before a retry, 0 being the first; empty if there must not be one. */
  Optional<Duration> pauseBefore(int retry, RegistryException failure) {
    if (!failure.isPassing() || retry >= retries) {
      return Optional.empty();
    }
    long least = Math.min(shortest.toMillis() << Math.min(retry, 20), longest.toMillis());
    long asked = failure.retryAfter().map(Duration::toMillis).orElse(0L);
    if (asked > longest.toMillis()) {
      return Optional.empty();
    }
    // Up to half as much again, so that agents that failed together do not come back together.
    long jitter = ThreadLocalRandom.current().nextLong(Math.max(least, asked) / 2 + 1);
    return Optional.of(Duration.ofMillis(Math.max(least, asked) + jitter));
  }

  private static void sleep(Duration pause, RegistryException failure) throws RegistryException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
