package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Installed;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.util.ArrayList;
import java.util.List;

/** The phases of a run with their figures, what they were built with and what is in them. */
record PhaseTable(Html html, Words words, RunReport report) {
  /** As many as a person looks through. */
  private static final int MOST_PACKAGES = 500;

  void write(String heading) {
    boolean measured = isMeasured();
    List<String> columns = new ArrayList<>();
    for (String key : List.of("phase", "result", "attempts", "time", "share")) {
      columns.add(words.of(key));
    }
    if (measured) {
      columns.add(words.of("weight"));
      columns.add(words.of("packages"));
    }
    Table table = Table.styled(html, measured ? "scroll measured" : "scroll", heading, columns);
    report.image().phases().forEach(phase -> row(table, phase));
    table.end();
    report.image().phases().forEach(this::fallback);
    report.image().phases().forEach(this::packages);
  }

  private boolean isMeasured() {
    return report.image().phases().stream()
        .anyMatch(phase -> phase.bytes().isPresent() || phase.installedCount() > 0);
  }

  private void row(Table table, PhaseReport phase) {
    boolean ended = phase.attempts() > 0 && !Outcome.isUnfinished(phase);
    table.row(phase.name());
    boolean planned =
        report.image().planned().isPresent() && phase.cache() == PhaseResult.NOT_REACHED;
    table.word(words.of(planned ? "phase.PLANNED" : Outcome.of(phase)));
    table.number(phase.attempts() > 0 ? Integer.toString(phase.attempts()) : "–");
    table.number(ended ? words.duration(phase.duration()) : "–");
    table.number(ended ? share(phase) : "–");
    if (isMeasured()) {
      table.number(phase.bytes().map(words::size).orElse("–"));
      table.number(phase.installedCount() > 0 ? Integer.toString(phase.installedCount()) : "–");
    }
    table.endRow();
  }

  private String share(PhaseReport phase) {
    double all = TimeLine.seconds(report.duration());
    return words.percent(all == 0 ? 1 : TimeLine.seconds(phase.duration()) / all);
  }

  private void fallback(PhaseReport phase) {
    if (phase.fallback().isPresent()) {
      html.open("p", "class", "soft").brief(phase.name(), Html.NAME);
      html.text(": " + words.of("fallback") + " ");
      html.open("code").brief(phase.fallback().get(), Html.REFERENCE).close().close();
    }
  }

  private void packages(PhaseReport phase) {
    if (phase.installed().isEmpty()) {
      return;
    }
    String name = Html.cut(phase.name(), Html.NAME);
    html.open("details");
    html.element("summary", words.of("packages.of", name, phase.installedCount()));
    html.open("ul", "class", "packages");
    List<Installed> shown =
        phase.installed().subList(0, Math.min(MOST_PACKAGES, phase.installed().size()));
    for (Installed each : shown) {
      html.open("li").brief(each.name(), Html.NAME).text(" ");
      html.open("span", "class", "soft").brief(each.version(), Html.NAME).close().close();
    }
    html.close();
    if (shown.size() < phase.installedCount()) {
      int rest = phase.installedCount() - shown.size();
      html.element("p", words.of("rest", rest), "class", "soft");
    }
    html.close();
  }
}
