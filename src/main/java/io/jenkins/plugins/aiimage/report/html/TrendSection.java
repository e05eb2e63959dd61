package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.Summary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runs of one image: drawings, and tables with the same figures. */
record TrendSection(Html html, Words words, RunLinks links) {
  void write(ImageHistory history, String id) {
    Trend trend = Trend.of(history);
    html.open("section", "class", "run", "aria-labelledby", id).open("h2", "id", id);
    String name = history.label().isBlank() ? words.of("unnamed") : history.label();
    html.brief(words.of("runs.of", name), Html.NAME).close();
    if (!history.image().isEmpty()) {
      html.open("p", "class", "soft").open("code").brief(history.image(), Html.REFERENCE);
      html.close().close();
    }
    Totals.of(List.of(history)).write(html, words);
    new TrendCharts(html, words, trend).write();
    runs(trend);
    phases(Summary.of(history));
    html.close();
  }

  private void runs(Trend trend) {
    String heading = words.of("table.figures");
    html.element("h3", heading);
    int all = trend.history().entries().size();
    if (trend.shown().size() < all) {
      html.element("p", words.of("runs.last", trend.shown().size(), all), "class", "soft");
    }
    List<String> columns = new ArrayList<>();
    for (String key : List.of("run", "when", "result", "time", "saved", "size")) {
      columns.add(words.of(key));
    }
    columns.addAll(trend.phases());
    if (trend.others()) {
      columns.add(words.of("otherPhases"));
    }
    Table table = Table.wide(html, heading, columns);
    trend.shown().forEach(run -> row(table, trend, run));
    table.end();
  }

  private void row(Table table, Trend trend, HistoryEntry run) {
    Optional<String> link = links.to(run);
    if (link.isPresent()) {
      table.rowTo(link.get(), run.run());
    } else {
      table.row(run.run());
    }
    table.number(words.time(run.when()));
    table.word(words.of("result." + run.result()));
    table.number(words.duration(run.duration()));
    table.number(trend.history().saved(run).map(words::duration).orElse("–"));
    table.number(trend.history().bytes(run).map(words::size).orElse("–"));
    List<Duration> times = trend.times(run);
    for (int i = 0; i < trend.phases().size() + (trend.others() ? 1 : 0); i++) {
      table.number(times.get(i).isZero() ? "–" : words.duration(times.get(i)));
    }
    table.endRow();
  }

  private void phases(Summary summary) {
    if (summary.phases().isEmpty()) {
      return;
    }
    String heading = words.of("phases");
    html.element("h3", heading);
    Table table =
        new Table(
            html,
            heading,
            words.of("phase"),
            words.of("expected"),
            words.of("longest"),
            words.of("builtTimes"));
    for (Summary.Phase phase : summary.phases()) {
      table.row(phase.name());
      table.number(words.duration(phase.expected()));
      table.number(words.duration(phase.longest()));
      table.number(String.valueOf(phase.built()));
      table.endRow();
    }
    table.end();
  }
}
