package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A failed attempt.
 *
 * @param start since the beginning of the run
 * @param sign id of the recognised failure, as in the table of failures
 * @param subject the package or image that it is about
 * @param instruction of the Dockerfile that was at work
 * @param hangingAt where it hung before it was killed
 */
public record AttemptReport(
    int attempt,
    Cause cause,
    Duration start,
    Duration duration,
    Optional<Integer> exitCode,
    String message,
    Optional<String> sign,
    Optional<String> hint,
    Optional<String> subject,
    Optional<String> instruction,
    List<String> lastLines,
    List<String> hangingAt) {
  public AttemptReport {
    lastLines = List.copyOf(lastLines);
    hangingAt = List.copyOf(hangingAt);
  }

  AttemptReport brief(Brief how) {
    return new AttemptReport(
        attempt,
        cause,
        start,
        duration,
        exitCode,
        how.sentence(message),
        sign,
        hint.map(how::sentence),
        subject.map(how::name),
        instruction.map(how::name),
        List.of(),
        List.of());
  }
}
