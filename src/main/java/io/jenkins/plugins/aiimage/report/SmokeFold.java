package io.jenkins.plugins.aiimage.report;

import io.jenkins.plugins.aiimage.report.Smoke.TestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the report that tells of tests. */
final class SmokeFold {
  private boolean concerned;
  private boolean passed;
  private Optional<SmokeEvent.SmokeImageFound> image = Optional.empty();
  private final List<TestReport> tests = new ArrayList<>();

  void apply(SmokeEvent event) {
    if (event instanceof SmokeEvent.SmokeStarted) {
      concerned = true;
    } else if (event instanceof SmokeEvent.SmokeImageFound found) {
      image = Optional.of(found);
    } else if (event instanceof SmokeEvent.SmokeTested test) {
      tests.add(
          new TestReport(
              test.test(),
              test.passed(),
              test.duration(),
              test.exitCode(),
              test.message(),
              test.lastLines()));
    } else if (event instanceof SmokeEvent.SmokeSucceeded) {
      passed = true;
    }
  }

  /** What the report says of any run, for one that tests an image. */
  static Event.RunStarted asRun(SmokeEvent.SmokeStarted event) {
    return new Event.RunStarted(
        "smoke", event.image(), List.of(), "Smoke test", "local engine", event.version());
  }

  Optional<Smoke> report() {
    return concerned
        ? Optional.of(
            new Smoke(
                image.map(SmokeEvent.SmokeImageFound::imageId),
                image.map(SmokeEvent.SmokeImageFound::bytes),
                passed,
                tests))
        : Optional.empty();
  }
}
