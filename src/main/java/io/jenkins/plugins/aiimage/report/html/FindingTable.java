package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Review.FindingReport;
import java.util.List;

/** What was found in Dockerfiles. */
record FindingTable(Html html, Words words) {
  void write(List<FindingReport> findings) {
    if (findings.isEmpty()) {
      return;
    }
    String heading = words.of("findings");
    html.element("h3", heading);
    Table table =
        new Table(
            html,
            heading,
            words.of("file"),
            words.of("line"),
            words.of("severity"),
            words.of("rule"),
            words.of("finding"),
            words.of("advice"));
    for (FindingReport finding : findings) {
      table.row(finding.file());
      table.number(String.valueOf(finding.line()));
      table.word(words.of("severity." + finding.severity()));
      table.word(Html.cut(finding.rule(), Html.NAME));
      table.openCell().brief(finding.message(), Html.PARAGRAPH).close();
      table.openCell().brief(finding.advice().orElse("–"), Html.PARAGRAPH).close();
      table.endRow();
    }
    table.end();
  }
}
