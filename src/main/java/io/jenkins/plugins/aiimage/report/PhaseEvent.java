package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a run tells of the phases that it builds. */
public sealed interface PhaseEvent extends Event {

  /**
   * The first attempt at a phase is about to begin.
   *
   * @param expected what it took when this machine last built it, if it ever did
   */
  record PhaseStarted(
      String phase,
      int number,
      int total,
      Duration timeout,
      Duration stallTimeout,
      int retries,
      Optional<Duration> expected)
      implements PhaseEvent {}

  /** The builder said a line. Not kept in event files: a build says tens of thousands. */
  record BuildOutput(String phase, String line) implements PhaseEvent {}

  /**
   * What a phase is doing now; at most one a second.
   *
   * @param silence since the builder last said anything
   * @param silenceLimit how long that may go on
   * @param work what the engine is silently doing itself, if that is known
   * @param line that was said last
   * @param fetching the package, file or layer that is being fetched or installed, as a person
   *     reads it: {@code downloading torch 2.3.0 (198.6 MB)}
   */
  record PhaseProgress(
      String phase,
      Duration elapsed,
      Duration silence,
      Duration silenceLimit,
      Optional<String> work,
      String line,
      Optional<String> fetching)
      implements PhaseEvent {}

  /**
   * An attempt failed.
   *
   * @param exitCode of the builder; empty when it was killed
   * @param message the line that shows the cause, or a sentence
   * @param sign id of the recognised failure, as in the table of failures; empty if it is none
   * @param hint what a person can do; empty if nothing is known
   * @param subject the package or image that it is about
   * @param instruction of the Dockerfile that was at work
   * @param lastLines of the builder's output, oldest first
   * @param hangingAt where it hung before it was killed: processes, goroutines
   * @param next what happens now
   */
  record AttemptFailed(
      String phase,
      int attempt,
      Cause cause,
      Optional<Integer> exitCode,
      Duration duration,
      String message,
      Optional<String> sign,
      Optional<String> hint,
      Optional<String> subject,
      Optional<String> instruction,
      List<String> lastLines,
      List<String> hangingAt,
      String next)
      implements PhaseEvent {
    public AttemptFailed {
      lastLines = List.copyOf(lastLines);
      hangingAt = List.copyOf(hangingAt);
    }
  }

  /**
   * A phase is built; its image is in the engine.
   *
   * @param fallback the build argument and value that were used in the end, {@code ARG=VALUE};
   *     empty if it was none of the fallbacks
   */
  record PhaseBuilt(
      String phase, int attempts, Duration duration, String imageId, Optional<String> fallback)
      implements PhaseEvent {}

  /**
   * What a phase that was built has in it; told just after it.
   *
   * @param installed packages, as the tools that installed them said it
   * @param installedCount how many there were; more than are listed if they were too many
   * @param bytes of the phase's own layers, unpacked, if the engine could tell
   */
  record PhaseMeasured(
      String phase, List<Installed> installed, int installedCount, Optional<Long> bytes)
      implements PhaseEvent {
    public PhaseMeasured {
      installed = List.copyOf(installed);
    }
  }

  /** A phase was given up. */
  record PhaseFailed(String phase, int attempts, Duration duration) implements PhaseEvent {}
}
