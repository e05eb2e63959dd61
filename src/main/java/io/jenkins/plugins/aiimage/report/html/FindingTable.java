package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport.FindingReport;
import java.util.List;

/** What was found in Dockerfiles. */
record FindingTable(Html html) {
  void write(List<FindingReport> findings) {
    if (findings.isEmpty()) {
      return;
    }
    html.element("h3", "Findings");
    Table table =
        new Table(html, "Findings", "File", "Line", "Severity", "Rule", "Finding", "Advice");
    for (FindingReport finding : findings) {
      table.row(finding.file());
      table.number(String.valueOf(finding.line()));
      table.word(finding.severity().words());
      table.word(finding.rule());
      table.openCell().text(finding.message()).close();
      table.openCell().text(finding.advice().orElse("–")).close();
      table.endRow();
    }
    table.end();
  }
}
