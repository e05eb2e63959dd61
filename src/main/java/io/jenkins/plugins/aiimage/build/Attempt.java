package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.build.Supervision.Action;
import io.jenkins.plugins.aiimage.build.Supervision.Signal;
import io.jenkins.plugins.aiimage.build.Supervision.Step;
import io.jenkins.plugins.aiimage.build.engine.BuildTrace;
import io.jenkins.plugins.aiimage.build.engine.Builder;
import io.jenkins.plugins.aiimage.build.engine.PhaseBuild;
import io.jenkins.plugins.aiimage.build.failure.Ansi;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.WorkFolder;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs the builder once and tells the supervision what happens. Owns the process and the clock. */
final class Attempt {
  private static final int LINES_KEPT = 40;
  private static final int LINES_WAITING = 10_000;
  private static final int SIGNALLED = 128;

  /** Who stops a tree of processes, as Jenkins does, comes to the builder first and then to us. */
  private static final Duration STOP_TO_ABORT = Duration.ofSeconds(2);

  private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);

  private final Builder builder;
  private final EventLog events;
  private final Clock clock;
  private final Abort abort;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(LINES_WAITING);

  Attempt(Builder builder, EventLog events, Clock clock, Abort abort) {
    this.builder = builder;
    this.events = events;
    this.clock = clock;
    this.abort = abort;
  }

  /**
   * How it ended.
   *
   * @param imageId present if the builder wrote one
   */
  record Ended(
      Supervision supervision, int exitCode, Optional<String> imageId, List<String> lastLines) {}

  private sealed interface Heard {
    record Said(String line) implements Heard {}

    record Silence() implements Heard {}

    record Wake() implements Heard {}
  }

  Ended run(PhaseBuild phase, Supervision before) {
    Step begun = before.on(new Signal.AttemptBegan(clock.instant()));
    if (abort.requested()) {
      return failed(begun.next().on(new Signal.AbortRequested()).next(), "aborted");
    }
    try (WorkFolder folder = WorkFolder.create()) {
      Path imageIdFile = folder.path().resolve("image-id");
      Process process = builder.command(phase, folder.path(), imageIdFile).start();
      try (Abort.Registration watching = abort.onRequest(() -> heard.offer(new Heard.Wake()))) {
        Supervision after = watch(phase.name(), process, begun.next());
        int exitCode = process.waitFor();
        Optional<String> imageId =
            Files.exists(imageIdFile)
                ? Optional.of(Files.readString(imageIdFile).strip())
                : Optional.empty();
        if (exitCode == 0 && imageId.isEmpty()) {
          exitCode = SIGNALLED; // podman answers a SIGTERM with 0
        }
        if (after.killedFor().isPresent() || wasStopped(exitCode)) {
          builder
              .cleanUp(BuildTrace.NONE, folder.path())
              .ifPresent(left -> events.publish(new Event.Warned(left)));
        }
        if (wasStopped(exitCode) && after.killedFor().isEmpty() && abort.await(STOP_TO_ABORT)) {
          after = after.on(new Signal.AbortRequested()).next();
        }
        return new Ended(after, exitCode, imageId, List.copyOf(lastLines));
      } catch (InterruptedException e) {
        builder.kill(process);
        Thread.currentThread().interrupt();
        abort.request();
        return failed(begun.next(), "interrupted");
      }
    } catch (IOException e) {
      return failed(begun.next(), String.valueOf(e.getMessage()));
    }
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
    return new Ended(supervision, 1, Optional.empty(), List.copyOf(lastLines));
  }

  private Supervision watch(String phase, Process process, Supervision begun)
      throws InterruptedException {
    Thread reader = new Thread(() -> read(process), "ai-image output of " + phase);
    reader.setDaemon(true);
    reader.start();
    Supervision state = begun;
    Instant nextProgress = clock.instant().plus(BETWEEN_PROGRESS);
    String latest = "";
    while (true) {
      Heard news = heard.poll(BETWEEN_PROGRESS.toMillis(), TimeUnit.MILLISECONDS);
      boolean orphanHoldsThePipe =
          news == null && state.killedFor().isPresent() && !process.isAlive();
      if (news instanceof Heard.Silence || orphanHoldsThePipe) {
        return state;
      }
      Instant now = clock.instant();
      Signal signal = new Signal.TimePassed(now);
      if (abort.requested() && state.killedFor().isEmpty()) {
        signal = new Signal.AbortRequested();
      } else if (news instanceof Heard.Said said) {
        latest = said.line();
        keep(latest);
        events.publish(new Event.BuildOutput(phase, latest));
        signal = new Signal.Line(now, latest);
      }
      Step step = state.on(signal);
      state = step.next();
      if (step.action() instanceof Action.Kill) {
        builder.kill(process);
      }
      if (!now.isBefore(nextProgress)) {
        nextProgress = now.plus(BETWEEN_PROGRESS);
        events.publish(
            new Event.PhaseProgress(
                phase,
                Duration.between(state.began(), now),
                Duration.between(state.heard(), now),
                latest));
      }
    }
  }

  private void keep(String line) {
    if (lastLines.size() == LINES_KEPT) {
      lastLines.removeFirst();
    }
    lastLines.addLast(line);
  }

  private void read(Process process) {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        String plain = builder.readable(Ansi.strip(line));
        if (!plain.isBlank()) {
          heard.put(new Heard.Said(plain));
        }
      }
    } catch (IOException e) {
      // The process was killed: its output ends here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    heardAll();
  }

  private void heardAll() {
    try {
      heard.put(new Heard.Silence());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
