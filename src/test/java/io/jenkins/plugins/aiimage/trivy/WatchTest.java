package io.jenkins.plugins.aiimage.trivy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.process.Abort;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Path FILE = Path.of("no", "such", "file");

  private final Abort abort = new Abort();

  /** As a download that is interrupted while it waits for bytes. */
  private static void crawl() throws IOException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  @Test
  void shouldEndADownloadThatCrawls() {
    Watch watch = new Watch(Duration.ofMillis(1), 1, abort);
    ArtifactException slow =
        assertThrows(ArtifactException.class, () -> watch.run(FILE, WatchTest::crawl));
    assertTrue(slow.getMessage().contains("gave less than"), slow.getMessage());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void shouldEndADownloadThatNobodyWantsAnyMore() {
    Watch watch = new Watch(Duration.ofHours(1), 1, abort);
    assertThrows(
        InterruptedIOException.class,
        () ->
            watch.run(
                FILE,
                () -> {
                  abort.request();
                  crawl();
                }));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void shouldPassOnWhatADownloadFailsWith() {
    Watch watch = new Watch(Duration.ofHours(1), 1, abort);
    assertThrows(
        ArtifactException.class,
        () ->
            watch.run(
                FILE,
                () -> {
                  throw new ArtifactException("It is spoilt.");
                }));
  }
}
