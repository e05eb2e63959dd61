package io.jenkins.plugins.aiimage.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into the wish to end, and gives the run some seconds to stop what it
 * started and to write its report.
 */
final class Interruption implements AutoCloseable {
  private static final int SECONDS_TO_END = 8;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Runnable abort) {
    this.hook =
        new Thread(
            () -> {
              abort.run();
              try {
                ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "ai-image interruption");
  }

  static Interruption watch(Runnable abort) {
    Interruption interruption = new Interruption(abort);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is going down already: the hook is what brought us here.
      return;
    }
  }
}
