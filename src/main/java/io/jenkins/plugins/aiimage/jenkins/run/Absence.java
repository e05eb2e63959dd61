package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.AbortException;
import hudson.model.TaskListener;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;

/** An agent that is not connected: it gets some minutes to come back. */
final class Absence {
  /** As long as the step sh waits. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration CHECK = Duration.ofSeconds(1);

  /** Of workflow-durable-task-step, which a plugin need not depend on to know its name. */
  private static final String OFFLINE = "AgentOfflineException";

  private long since;
  private boolean noticed;

  /**
   * It is not there.
   *
   * @param node its name; empty if that is not known
   * @return how long until the next look
   * @throws AbortException if that has been so for too long
   */
  Duration notice(String node, TaskListener listener) throws AbortException {
    String agent = node.isEmpty() ? "The agent" : "The agent " + node;
    if (!noticed) {
      noticed = true;
      since = System.nanoTime();
      listener.getLogger().println(agent + " is away; waiting for it to come back.");
    } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
      throw new AbortException(agent + " has been away for " + PATIENCE.toMinutes() + " minutes.");
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
      Class<?> type = cause.getClass();
      if (cause instanceof EOFException
          || cause instanceof ClosedChannelException
          || type.getName().startsWith("hudson.remoting.")
          || type.getSimpleName().equals(OFFLINE)) {
        return true;
      }
    }
    return false;
  }
}
