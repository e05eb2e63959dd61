package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.AbortException;
import hudson.model.TaskListener;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;

/** An agent that is not connected: it gets some minutes to come back. */
final class Absence {
  /** As long as the step sh waits. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration CHECK = Duration.ofSeconds(1);

  private long since;
  private boolean noticed;

  /**
   * It is not there.
   *
   * @return how long until the next look
   * @throws AbortException if that has been so for too long
   */
  Duration notice(String node, TaskListener listener) throws AbortException {
    if (!noticed) {
      noticed = true;
      since = System.nanoTime();
      listener.getLogger().println("The agent " + node + " is away; waiting for it to come back.");
    } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
      throw new AbortException(
          "The agent " + node + " has been away for " + PATIENCE.toMinutes() + " minutes.");
    }
    return CHECK;
  }

  /** It is there. */
  void over() {
    noticed = false;
  }

  /** Whether a failure says that the connection broke, rather than that something went wrong. */
  static boolean isLostConnection(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String name = cause.getClass().getName();
      if (cause instanceof EOFException
          || cause instanceof ClosedChannelException
          || name.startsWith("hudson.remoting.")) {
        return true;
      }
    }
    return failure instanceof IOException && failure.getMessage() == null;
  }
}
