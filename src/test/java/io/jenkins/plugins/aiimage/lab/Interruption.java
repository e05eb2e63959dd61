package io.jenkins.plugins.aiimage.lab;

import io.jenkins.plugins.aiimage.cli.Eventually;
import io.jenkins.plugins.aiimage.cli.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A run that is ended by a signal, and the run after it.
 *
 * @param signal its name, for instance {@code INT}
 */
record Interruption(String builder, String signal, Moment moment) {
  static final List<String> SIGNALS = List.of("INT", "TERM", "KILL");
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration LONGEST_RUN = Duration.ofSeconds(60);

  /** When the signal comes. */
  enum Moment {
    BEFORE_THE_ENGINE_IS_ASKED,
    IN_PHASE_ONE,
    IN_THE_PUSH_OF_PHASE_ONE,
    IN_PHASE_TWO,
    IN_THE_PUSH_OF_THE_IMAGE
  }

  /**
   * What became of it.
   *
   * @param untilNothingWasLeft from the signal; empty where something was, or the signal leaves no
   *     time to put things in order
   * @param leftRunning processes of the build: after the signal, or for SIGKILL after the next run
   * @param next report of the next run
   * @param leftContainers containers of the build after the next run
   * @param log what both runs said
   */
  record Seen(
      Optional<Duration> untilNothingWasLeft,
      List<String> leftRunning,
      Report next,
      List<String> leftContainers,
      String log) {}

  /** Ends a run in that folder, and makes another. */
  Seen run(Path jar, Path folder) throws IOException, InterruptedException {
    Lab lab = Lab.required(folder.resolve("state"));
    try (GatedBuild build = new GatedBuild(folder)) {
      Process process = start(jar, lab, build, folder, "first");
      openGates(build);
      Eventually.holds("the moment has come: " + this, () -> hasCome(build, folder));
      Instant signalled = Instant.now();
      Host.signal(signal, process.pid());
      Eventually.holds("the process ends", () -> !process.isAlive());
      Optional<Duration> untilNothingWasLeft = Optional.empty();
      List<String> left = List.of();
      if (!signal.equals("KILL")) {
        left = left(build);
        untilNothingWasLeft = left.isEmpty() ? Optional.of(since(signalled)) : Optional.empty();
      }
      // What was left running would hang for ever.
      build.openToNewcomers();
      Process second = start(jar, lab, build, folder, "second");
      if (!second.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)) {
        second.destroy();
        Eventually.holds("the second process ends", () -> !second.isAlive());
      }
      if (signal.equals("KILL")) {
        left = left(build);
      }
      String log = log(folder, "first") + "---- the next run\n" + log(folder, "second");
      Report report = Report.read(folder.resolve("second.json"));
      return new Seen(untilNothingWasLeft, left, report, containers(lab, build), log);
    }
  }

  private Process start(Path jar, Lab lab, GatedBuild build, Path folder, String name)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("java", "-Xmx64m", "-jar", jar.toString()));
    String report = folder.resolve(name + ".json").toString();
    String events = folder.resolve(name + ".events").toString();
    words.addAll(
        build.arguments(
            builder, "--registry", lab.registry(), "--report", report, "--events", events));
    ProcessBuilder process = new ProcessBuilder(words).redirectErrorStream(true);
    process.environment().putAll(lab.environment());
    return process.redirectOutput(folder.resolve(name + ".log").toFile()).start();
  }

  private void openGates(GatedBuild build) {
    switch (moment) {
      case BEFORE_THE_ENGINE_IS_ASKED, IN_PHASE_ONE -> {
        // Both stay closed.
      }
      case IN_THE_PUSH_OF_PHASE_ONE, IN_PHASE_TWO -> build.openFirst();
      case IN_THE_PUSH_OF_THE_IMAGE -> build.openBoth();
    }
  }

  private boolean hasCome(GatedBuild build, Path folder) {
    EventFile events = events(folder);
    return switch (moment) {
      case BEFORE_THE_ENGINE_IS_ASKED -> events.has("RunStarted");
      case IN_PHASE_ONE -> build.firstBegan();
      case IN_THE_PUSH_OF_PHASE_ONE -> events.has("PushStarted");
      case IN_PHASE_TWO -> build.secondBegan() && events.has("PushDone");
      case IN_THE_PUSH_OF_THE_IMAGE -> events.number("PushStarted") == 2;
    };
  }

  private static EventFile events(Path folder) {
    try {
      return EventFile.read(folder.resolve("first.events"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The build's processes that do not end by themselves soon. */
  private static List<String> left(GatedBuild build) {
    Instant end = Instant.now().plus(PATIENCE);
    List<String> left = Host.processes(build.id());
    while (!left.isEmpty() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      left = Host.processes(build.id());
    }
    return left;
  }

  private static List<String> containers(Lab lab, GatedBuild build) {
    String all =
        lab.docker("ps", "--all", "--no-trunc", "--format", "{{.ID}} {{.Image}} {{.Command}}");
    return all.lines().filter(line -> line.contains(build.id())).toList();
  }

  private static Duration since(Instant instant) {
    return Duration.between(instant, Instant.now());
  }

  private static String log(Path folder, String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  @Override
  public String toString() {
    return builder + ": SIG" + signal + " " + moment;
  }
}
