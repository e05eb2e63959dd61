package io.jenkins.plugins.aiimage.build.process;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process and all that it started, as they were at one moment: once their parent has ended, its
 * children can no longer be told from others.
 *
 * @param members the root last
 */
public record ProcessTree(List<ProcessHandle> members) {
  private static final Duration GRACE = Duration.ofSeconds(1);

  public ProcessTree {
    members = List.copyOf(members);
  }

  /** The tree as it is now. */
  public static ProcessTree of(ProcessHandle root) {
    return new ProcessTree(Stream.concat(root.descendants(), Stream.of(root)).toList());
  }

  /** Ends the tree as it is now. */
  public static void kill(Process root) {
    of(root.toHandle()).kill();
  }

  /** Ends the tree without asking, the root first, so that it notices nothing. */
  public void killUnasked() {
    for (int i = members.size() - 1; i >= 0; i--) {
      boolean unused = members.get(i).destroyForcibly();
    }
  }

  /**
   * Asks all to end, and after a second no longer asks: whoever runs as the first process of a
   * container ignores the question.
   */
  public void kill() {
    members.forEach(ProcessHandle::destroy);
    Set<ProcessHandle> all = new LinkedHashSet<>();
    members.forEach(member -> member.descendants().forEach(all::add));
    all.addAll(members);
    awaitEnd(members.get(members.size() - 1));
    all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }

  private static void awaitEnd(ProcessHandle root) {
    try {
      root.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // It did not listen.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
