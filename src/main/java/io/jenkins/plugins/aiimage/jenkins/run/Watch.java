package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.model.TaskListener;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Follows a run on an agent: its log, its events, its end. Lost at a restart, and begun anew. */
final class Watch {
  /** Longer than the program takes to stop what it has started. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final RemoteRun remote;
  private final Story story;
  private final MaskedOutput log;
  private final TaskListener listener;
  private final Backoff backoff = new Backoff();
  private long offset;
  private Instant killed;

  Watch(RemoteRun remote, Masks masks, TaskListener listener) {
    this.remote = remote;
    this.story = new Story(masks);
    this.log = new MaskedOutput(listener.getLogger(), masks);
    this.listener = listener;
  }

  /**
   * What one look found.
   *
   * @param printed whether the log grew
   * @param told whether there were events
   * @param pause until the next look; empty if the run is over
   */
  record Look(boolean printed, boolean told, Optional<Duration> pause) {}

  /** The story so far. */
  Story story() {
    return story;
  }

  /**
   * Looks once.
   *
   * @param stop whether the run is to end; it is told so once
   */
  Look look(RunAccess access, boolean stop) throws IOException, InterruptedException {
    if (stop && killed == null) {
      killed = Instant.now();
      remote.kill(access.launcher());
    }
    // The exit code first: what was printed before it is then certainly there.
    Optional<Integer> exitCode = remote.exitCode(access.workspace(), access.launcher(), listener);
    boolean printed = remote.writeLog(access.workspace(), log);
    log.flush();
    ReadEvents.News news = remote.news(access.workspace(), offset);
    story.add(news.lines());
    offset = news.offset();
    boolean overdue = killed != null && killed.plus(GRACE).isBefore(Instant.now());
    boolean told = !news.lines().isEmpty();
    if (exitCode.isEmpty() && !overdue) {
      return new Look(printed, told, Optional.of(printed ? backoff.first() : backoff.next()));
    }
    log.close();
    if (!story.isComplete()) {
      breakOff(exitCode, stop);
    }
    return new Look(printed, told, Optional.empty());
  }

  /** Removes what the run needed on the agent; an agent that is away keeps it for later. */
  void cleanUp(RunAccess access) throws InterruptedException {
    try {
      remote.cleanUp(access.workspace());
    } catch (IOException e) {
      Strays.get().stop(remote, listener);
    }
  }

  private void breakOff(Optional<Integer> exitCode, boolean stop) {
    String code = exitCode.map(String::valueOf).orElse("?");
    story.breakOff(
        stop ? Problem.ABORTED : Problem.INTERNAL,
        stop
            ? "The run was aborted."
            : "The program ended with exit code " + code + " and did not say why; see the log.",
        Instant.now());
  }
}
