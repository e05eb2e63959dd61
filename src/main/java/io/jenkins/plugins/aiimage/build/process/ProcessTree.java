package io.jenkins.plugins.aiimage.build.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends a process and all that it started. */
public final class ProcessTree {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private ProcessTree() {}

  /** Asks the tree to end, and after five seconds no longer asks. Returns when the root is gone. */
  public static void kill(Process root) {
    List<ProcessHandle> tree =
        Stream.concat(root.descendants(), Stream.of(root.toHandle())).toList();
    tree.forEach(ProcessHandle::destroy);
    boolean ended = false;
    try {
      ended = root.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      root.destroyForcibly();
    }
    tree.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends the tree without asking, the root first, so that it notices nothing. */
  public static void killUnasked(Process root) {
    List<ProcessHandle> descendants = root.descendants().toList();
    root.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }
}
