package io.jenkins.plugins.aiimage.smoke;

import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.SmokeEvent;
import io.jenkins.plugins.aiimage.usecase.ImageTests;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells of tests and remembers which failed. */
final class Scores {
  /** Name of the test that runs nothing. */
  static final String SIZE = "size";

  private final EventLog events;
  private final List<SmokeEvent.SmokeTested> failed = new ArrayList<>();
  private int all;

  Scores(EventLog events) {
    this.events = events;
  }

  void add(SmokeEvent.SmokeTested test) {
    all++;
    if (!test.passed()) {
      failed.add(test);
    }
    events.publish(test);
  }

  /** Ends the story, if every test passed. */
  void end(Duration took) throws UseCaseException {
    if (failed.isEmpty()) {
      events.publish(new SmokeEvent.SmokeSucceeded(all, took));
      return;
    }
    SmokeEvent.SmokeTested first = failed.get(0);
    boolean onlySize = failed.size() == 1 && first.test().equals(SIZE);
    String which = failed.size() == 1 ? "" : failed.size() + " of " + all + " tests failed. ";
    String why = first.message().orElse("");
    throw new UseCaseException(
        onlySize ? Problem.TOO_LARGE : Problem.SMOKE_TEST,
        which + (first.test().equals(SIZE) ? why + "." : ImageTests.failure(first.test(), why)));
  }
}
