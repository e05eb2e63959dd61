package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of tests in an image.
 *
 * @param imageId empty if the engine does not have it
 * @param bytes its size, unpacked; empty likewise
 * @param passed whether all tests came to their end, and well
 */
public record Smoke(
    Optional<String> imageId, Optional<Long> bytes, boolean passed, List<TestReport> tests)
    implements Details {
  public Smoke {
    tests = List.copyOf(tests);
  }

  @Override
  public Smoke brief(Brief how) {
    List<TestReport> failedFirst =
        tests.stream()
            .sorted(Comparator.comparing(TestReport::passed))
            .limit(Brief.TABLE)
            .map(test -> test.brief(how))
            .toList();
    return new Smoke(imageId, bytes, passed, failedFirst);
  }

  /**
   * A test.
   *
   * @param exitCode empty if nothing was run, or it was killed
   * @param message why it failed
   * @param lastLines of its output, if it failed
   */
  public record TestReport(
      String test,
      boolean passed,
      Duration duration,
      Optional<Integer> exitCode,
      Optional<String> message,
      List<String> lastLines) {
    public TestReport {
      lastLines = List.copyOf(lastLines);
    }

    private TestReport brief(Brief how) {
      return new TestReport(
          how.sentence(test), passed, duration, exitCode, message.map(how::sentence), List.of());
    }
  }
}
