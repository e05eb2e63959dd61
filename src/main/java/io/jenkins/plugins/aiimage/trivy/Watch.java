package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.build.process.Abort;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a download that somebody does not want any more, or that crawls: a source that gives a few
 * bytes now and then would keep a build for hours, and no time-out between two bytes notices.
 *
 * @param window in which a download must come on
 * @param least bytes in it
 */
record Watch(Duration window, long least, Abort abort) {

  /** 32 kB/s: at that, Trivy's database would take more than half an hour. */
  static Watch patient(Abort abort) {
    return new Watch(Duration.ofSeconds(30), 1L << 20, abort);
  }

  /** A download to a file. */
  @FunctionalInterface
  interface Download {
    void run() throws IOException;
  }

  /**
   * Runs a download.
   *
   * @throws ArtifactException if it was too slow
   * @throws InterruptedIOException if it was aborted
   */
  void run(Path file, Download download) throws IOException {
    Running running = new Running(Thread.currentThread(), file);
    Thread watcher = new Thread(running::watch, "ai-image watch");
    watcher.setDaemon(true);
    try (Abort.Registration unused = abort.onRequest(running::interrupt)) {
      watcher.start();
      download.run();
    } catch (IOException e) {
      running.end();
      if (abort.requested()) {
        throw new InterruptedIOException("The run was aborted.");
      }
      if (running.slow) {
        throw new ArtifactException(
            "It gave less than " + least + " B in " + window.toSeconds() + " s.");
      }
      throw e;
    } finally {
      running.end();
    }
  }

  private final class Running {
    private final Thread thread;
    private final Path file;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean slow;

    Running(Thread thread, Path file) {
      this.thread = thread;
      this.file = file;
    }

    void watch() {
      try {
        long before = size();
        while (!ended.await(window.toMillis(), TimeUnit.MILLISECONDS)) {
          long now = size();
          if (now - before < least) {
            slow = true;
            interrupt();
            return;
          }
          before = now;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private long size() {
      try {
        return Files.size(file);
      } catch (IOException e) {
        return 0;
      }
    }

    synchronized void interrupt() {
      if (ended.getCount() > 0) {
        thread.interrupt();
      }
    }

    /** After it, no interruption comes; one that came is forgotten. */
    synchronized void end() {
      if (ended.getCount() > 0) {
        ended.countDown();
        boolean unused = Thread.interrupted();
      }
    }
  }
}
