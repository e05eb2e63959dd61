package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that another process brings about, for as long as two minutes. */
public final class Eventually {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

  private Eventually() {}

  public static void holds(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(LONG_ENOUGH);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        fail("not within " + LONG_ENOUGH.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
