package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a run tells that tests an image. */
public sealed interface SmokeEvent extends Event {

  /**
   * A run began that tests an image.
   *
   * @param image as it was named
   */
  record SmokeStarted(String image, String version) implements SmokeEvent {}

  /**
   * The image to test is there.
   *
   * @param bytes its size, unpacked
   */
  record SmokeImageFound(String imageId, long bytes) implements SmokeEvent {}

  /**
   * A test ended.
   *
   * @param test its command line, {@code import MODULE} or {@code size}
   * @param exitCode empty if nothing was run, or it was killed
   * @param message why it failed; empty if it passed
   * @param lastLines of its output, if it failed
   */
  record SmokeTested(
      String test,
      boolean passed,
      Optional<Integer> exitCode,
      Optional<String> message,
      List<String> lastLines,
      Duration duration)
      implements SmokeEvent {
    public SmokeTested {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** Every test passed. */
  record SmokeSucceeded(int tests, Duration duration) implements SmokeEvent, Event.End {}
}
