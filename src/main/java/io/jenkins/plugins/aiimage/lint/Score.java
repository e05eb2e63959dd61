package io.jenkins.plugins.aiimage.lint;

import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.LintEvent;
import io.jenkins.plugins.aiimage.report.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells findings and counts them. */
final class Score {
  private final EventLog events;
  private final List<LintEvent.Finding> findings = new ArrayList<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  Score(EventLog events) {
    this.events = events;
  }

  void add(LintEvent.Finding finding) {
    findings.add(finding);
    counts.merge(finding.severity(), 1, Integer::sum);
    events.publish(finding);
  }

  /** All that was told. */
  List<LintEvent.Finding> findings() {
    return List.copyOf(findings);
  }

  /** Whether something was found that is as bad as this, or worse. */
  boolean reaches(Optional<Severity> limit) {
    for (Severity severity : Severity.values()) {
      if (limit.isPresent() && severity.compareTo(limit.get()) <= 0 && count(severity) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Such as {@code 1 error, 2 warnings}. */
  String words() {
    return Severity.counted(count(Severity.ERROR), count(Severity.WARNING), count(Severity.INFO));
  }

  private int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  Event end(Duration took) {
    return new LintEvent.LintSucceeded(
        count(Severity.ERROR), count(Severity.WARNING), count(Severity.INFO), took);
  }
}
