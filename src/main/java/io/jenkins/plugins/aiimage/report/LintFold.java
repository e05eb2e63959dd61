package io.jenkins.plugins.aiimage.report;

import io.jenkins.plugins.aiimage.report.Review.FindingReport;
import io.jenkins.plugins.aiimage.report.Review.FixReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the report that tells of Dockerfiles. */
final class LintFold {
  private Optional<LintEvent.LintStarted> start = Optional.empty();
  private final List<FindingReport> findings = new ArrayList<>();
  private final List<FixReport> fixes = new ArrayList<>();

  void apply(LintEvent event) {
    if (event instanceof LintEvent.LintStarted started) {
      start = Optional.of(started);
    } else if (event instanceof LintEvent.Finding found) {
      findings.add(
          new FindingReport(
              found.file(),
              found.line(),
              found.severity(),
              found.tool(),
              found.rule(),
              found.message(),
              found.why(),
              found.advice(),
              found.fixable()));
    } else if (event instanceof LintEvent.FixPlanned plan) {
      fixes.add(new FixReport(plan.file(), plan.rules()));
    } else if (event instanceof LintEvent.FileFixed fixed) {
      fixes.add(new FixReport(fixed.file(), fixed.rules()));
    }
  }

  /** What the report says of any run, for one that looks at Dockerfiles. */
  static Event.RunStarted asRun(LintEvent.LintStarted event) {
    return new Event.RunStarted(
        "lint", String.join(", ", event.files()), List.of(), "Dockerfiles", "", event.version());
  }

  Optional<Review> report() {
    return start.map(
        begun ->
            new Review(
                begun.files(),
                begun.dryRun(),
                count(Severity.ERROR),
                count(Severity.WARNING),
                count(Severity.INFO),
                findings,
                fixes));
  }

  private int count(Severity severity) {
    return (int) findings.stream().filter(found -> found.severity() == severity).count();
  }
}
