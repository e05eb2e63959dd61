package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.build.Supervision.Action;
import io.jenkins.plugins.aiimage.build.Supervision.Signal;
import io.jenkins.plugins.aiimage.build.Supervision.Step;
import io.jenkins.plugins.aiimage.build.engine.BuildTrace;
import io.jenkins.plugins.aiimage.build.engine.Builder;
import io.jenkins.plugins.aiimage.build.engine.PhaseBuild;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.ProcessTree;
import io.jenkins.plugins.aiimage.build.process.WorkFolder;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs the builder once and tells the supervision what happens. Owns the process and the clock. */
final class Attempt {
  private static final int LINES_KEPT = 40;
  private static final int SIGNALLED = 128;

  /** Who stops a tree of processes, as Jenkins does, comes to the builder first and then to us. */
  private static final Duration STOP_TO_ABORT = Duration.ofSeconds(2);

  private static final Duration LAST_WAIT = Duration.ofSeconds(10);
  private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);

  private final Builder builder;
  private final EventLog events;
  private final Clock clock;
  private final Abort abort;
  private final RunningBuilds running;
  private final Installations installations;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private BuildTrace trace = BuildTrace.NONE;
  private Optional<String> work = Optional.empty();
  private String latest = "";
  private Fetching fetching = Fetching.NONE;
  private Instant said = Instant.MIN;
  private List<String> hangingAt = List.of();

  Attempt(
      Builder builder,
      EventLog events,
      Clock clock,
      Abort abort,
      RunningBuilds running,
      Installations installations) {
    this.builder = builder;
    this.events = events;
    this.clock = clock;
    this.abort = abort;
    this.running = running;
    this.installations = installations;
  }

  /**
   * How it ended.
   *
   * @param imageId present if the builder wrote one
   * @param hangingAt where it hung before it was killed
   */
  record Ended(
      Supervision supervision,
      int exitCode,
      Optional<String> imageId,
      Optional<String> instruction,
      List<String> lastLines,
      List<String> hangingAt) {}

  Ended run(PhaseBuild phase, Supervision before) {
    Step begun = before.on(new Signal.AttemptBegan(clock.instant()));
    if (abort.requested()) {
      return failed(begun.next().on(new Signal.AbortRequested()).next(), "aborted");
    }
    try (WorkFolder folder = WorkFolder.create()) {
      Path imageIdFile = folder.path().resolve("image-id");
      Process process = builder.command(phase, folder.path(), imageIdFile).start();
      try (RunningBuilds.Note note =
          running.began(builder.name(), process.toHandle(), folder.path())) {
        Supervision after = watch(phase.name(), process, begun.next());
        int exitCode = exitCode(process);
        Optional<String> imageId =
            Files.exists(imageIdFile)
                ? Optional.of(Files.readString(imageIdFile).strip())
                : Optional.empty();
        if (exitCode == 0 && imageId.isEmpty()) {
          exitCode = SIGNALLED; // podman answers a SIGTERM with 0
        }
        if (exitCode != 0 || after.killedFor().isPresent()) {
          cleanUp(folder, note);
        }
        if (wasStopped(exitCode) && after.killedFor().isEmpty() && abort.await(STOP_TO_ABORT)) {
          after = after.on(new Signal.AbortRequested()).next();
        }
        return ended(after, exitCode, imageId);
      } catch (InterruptedException e) {
        builder.kill(ProcessTree.of(process.toHandle()));
        Thread.currentThread().interrupt();
        abort.request();
        return failed(begun.next(), "interrupted");
      }
    } catch (IOException e) {
      return failed(begun.next(), String.valueOf(e.getMessage()));
    }
  }

  private void cleanUp(WorkFolder folder, RunningBuilds.Note note) {
    Optional<String> left = builder.cleanUp(trace, folder.path());
    if (left.isPresent()) {
      events.publish(new Event.Warned(left.get()));
      note.leave(trace);
    }
  }

  /** Until the process has said all, or was killed. */
  private Supervision watch(String phase, Process process, Supervision begun)
      throws InterruptedException {
    Output output = Output.of(process.getInputStream(), "ai-image output of " + phase);
    Supervision state = begun;
    said = begun.began();
    try (Abort.Registration watching = abort.onRequest(output::wake)) {
      Instant nextProgress = clock.instant().plus(BETWEEN_PROGRESS);
      while (state.killedFor().isEmpty()) {
        Instant now = clock.instant();
        Optional<Output.News> news = output.await(waiting(state, now));
        now = clock.instant();
        boolean orphanHoldsThePipe = news.isEmpty() && !process.isAlive();
        if (orphanHoldsThePipe || (news.isPresent() && news.get() instanceof Output.News.Ended)) {
          break;
        }
        state = carryOut(state.on(signal(phase, news, now)), process, output);
        if (!now.isBefore(nextProgress) && state.killedFor().isEmpty()) {
          nextProgress = now.plus(BETWEEN_PROGRESS);
          progress(phase, state, now);
        }
      }
      if (state.killedFor().isPresent()) {
        kill(process, output, state.killedFor().get());
      }
      return state;
    }
  }

  /** A process that says no more, yet does not end, must not hold up the run for ever. */
  private static int exitCode(Process process) throws InterruptedException {
    if (process.waitFor(LAST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
      return process.exitValue();
    }
    ProcessTree.kill(process);
    return SIGNALLED;
  }

  /** Until something is due, but often enough for progress. */
  private static Duration waiting(Supervision state, Instant now) {
    Duration due = Duration.between(now, state.due());
    return due.compareTo(BETWEEN_PROGRESS) < 0 ? due : BETWEEN_PROGRESS;
  }

  private Signal signal(String phase, Optional<Output.News> news, Instant now) {
    if (abort.requested()) {
      return new Signal.AbortRequested();
    }
    if (news.isPresent() && news.get() instanceof Output.News.Line line) {
      Optional<String> before = trace.instruction();
      trace = builder.follow(trace, line.text());
      String text = builder.readable(line.text());
      said = now;
      work = Optional.empty();
      if (!text.isBlank()) {
        latest = text;
        fetching = (trace.instruction().equals(before) ? fetching : Fetching.NONE).heard(text);
        installations.heard(text);
        keep(text);
        events.publish(new PhaseEvent.BuildOutput(phase, text));
      }
      return new Signal.Line(now, text);
    }
    return new Signal.TimePassed(now);
  }

  private Supervision carryOut(Step step, Process process, Output output) {
    if (!(step.action() instanceof Action.AskEngine)) {
      return step.next();
    }
    work = builder.silentWork(trace, process.toHandle());
    // Whatever was said meanwhile is heard first.
    return work.isEmpty() && output.hasNews()
        ? step.next()
        : step.next().on(new Signal.EngineAsked(clock.instant(), work.isPresent())).next();
  }

  private void progress(String phase, Supervision state, Instant now) {
    events.publish(
        new PhaseEvent.PhaseProgress(
            phase,
            Duration.between(state.began(), now),
            Duration.between(said, now),
            state.silenceLimit(),
            work,
            latest,
            fetching.words()));
  }

  private void kill(Process process, Output output, Cause cause) throws InterruptedException {
    ProcessTree tree = ProcessTree.of(process.toHandle());
    if (cause == Cause.STALLED || cause == Cause.TIMED_OUT) {
      List<String> seen = new ArrayList<>(builder.processes(trace, process.toHandle()));
      seen.addAll(Autopsy.of(process, output));
      hangingAt = seen;
    }
    builder.kill(tree);
  }

  /** Docker clients say so, or die of the signal. */
  private boolean wasStopped(int exitCode) {
    return exitCode >= SIGNALLED
        || (exitCode != 0
            && !lastLines.isEmpty()
            && lastLines.getLast().contains("context canceled"));
  }

  private Ended failed(Supervision supervision, String message) {
    keep(message);
    return ended(supervision, 1, Optional.empty());
  }

  private Ended ended(Supervision supervision, int exitCode, Optional<String> imageId) {
    return new Ended(
        supervision, exitCode, imageId, trace.instruction(), List.copyOf(lastLines), hangingAt);
  }

  private void keep(String line) {
    if (lastLines.size() == LINES_KEPT) {
      lastLines.removeFirst();
    }
    lastLines.addLast(line);
  }
}
