package io.jenkins.plugins.aiimage.report.console;

import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.Sizes;
import io.jenkins.plugins.aiimage.report.SmokeEvent;
import java.util.ArrayList;
import java.util.List;

/** What the log says of tests in an image. */
final class SmokeLines {
  private SmokeLines() {}

  /** Nothing of an event of another kind. */
  static List<String> of(Event event) {
    if (event instanceof SmokeEvent.SmokeStarted started) {
      return List.of("Testing " + started.image());
    }
    if (event instanceof SmokeEvent.SmokeImageFound found) {
      return List.of("  " + found.imageId() + ", " + Sizes.words(found.bytes()));
    }
    if (event instanceof SmokeEvent.SmokeTested test) {
      return tested(test);
    }
    if (event instanceof SmokeEvent.SmokeSucceeded all) {
      return List.of(
          "✅ "
              + (all.tests() == 1 ? "The test" : "All " + all.tests() + " tests")
              + " passed in "
              + Durations.words(all.duration()));
    }
    return List.of();
  }

  private static List<String> tested(SmokeEvent.SmokeTested test) {
    String took = test.duration().isZero() ? "" : " after " + Durations.words(test.duration());
    if (test.passed()) {
      return List.of("✓ " + test.test() + took);
    }
    List<String> lines = new ArrayList<>();
    lines.add("✗ " + test.test() + took + ": " + test.message().orElse(""));
    test.lastLines().forEach(line -> lines.add("    " + line));
    return lines;
  }
}
