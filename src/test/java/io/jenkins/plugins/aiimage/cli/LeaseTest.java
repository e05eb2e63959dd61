package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  @TempDir private Path folder;

  private final Lease lease = new Lease(Path.of("lease"), Duration.ofMinutes(30));

  @Test
  void shouldExpireWhenTheFileStaysUntouchedForTheLeaseTime() {
    assertFalse(lease.isExpired(1000, 0));
    assertFalse(lease.isExpired(1000, 29 * MINUTE));
    assertTrue(lease.isExpired(1000, 30 * MINUTE));
  }

  @Test
  void shouldBeginAnewWithEverySignOfLifeEvenIfTheClockWasSetBack() {
    assertFalse(lease.isExpired(1000, 0));
    assertFalse(lease.isExpired(500, 20 * MINUTE));
    assertFalse(lease.isExpired(500, 49 * MINUTE));
    assertTrue(lease.isExpired(500, 50 * MINUTE));
  }

  @Test
  void shouldTellOnceThatTheCallerIsGone() throws Exception {
    Path file = Files.createFile(folder.resolve("lease"));
    CountDownLatch told = new CountDownLatch(1);

    new Lease(file, Duration.ofMillis(20)).watch(told::countDown);

    assertTrue(told.await(1, TimeUnit.MINUTES));
  }
}
