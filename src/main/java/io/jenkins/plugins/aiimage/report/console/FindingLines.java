package io.jenkins.plugins.aiimage.report.console;

import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.LintEvent;
import io.jenkins.plugins.aiimage.report.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a person reads of Dockerfiles: {@code FILE:LINE: SEVERITY RULE: MESSAGE}. */
public final class FindingLines {
  private final Set<String> explained = new HashSet<>();

  /** The lines of one finding; a rule is explained once. */
  public List<String> of(LintEvent.Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(
        finding.file()
            + ":"
            + finding.line()
            + ": "
            + finding.severity().words()
            + " "
            + finding.rule()
            + ": "
            + finding.message());
    if (explained.add(finding.rule())) {
      explain(finding, lines);
    } else if (finding.fixable()) {
      lines.add("    → --fix does it.");
    }
    return lines;
  }

  private static void explain(LintEvent.Finding finding, List<String> lines) {
    finding.why().ifPresent(why -> lines.add("    " + why));
    finding
        .advice()
        .ifPresent(
            advice -> lines.add("    → " + advice + (finding.fixable() ? " --fix does it." : "")));
  }

  /** What the log says; nothing of an event of another kind. */
  List<String> of(Event event) {
    if (event instanceof LintEvent.Finding finding) {
      return of(finding);
    }
    if (event instanceof LintEvent.FixPlanned plan) {
      return plan.diff().lines().toList();
    }
    if (event instanceof LintEvent.FileFixed fixed) {
      return List.of("✓ " + fixed.file() + ": mended " + String.join(", ", fixed.rules()));
    }
    if (event instanceof LintEvent.LintSucceeded all) {
      String found = Severity.counted(all.errors(), all.warnings(), all.infos());
      return List.of(
          found.isEmpty()
              ? "✅ Nothing was found."
              : "✅ Nothing was found that fails the run: " + found + ".");
    }
    return List.of();
  }
}
