package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import io.jenkins.plugins.aiimage.report.history.Summary;
import java.util.List;

/** One row for each image. */
record SummarySection(Html html, Words words, RunLinks links) {
  void write(List<ImageHistory> images, String id) {
    String heading = words.of("images");
    html.open("section", "class", "run", "aria-labelledby", id);
    html.element("h2", heading, "id", id);
    List<String> columns =
        List.of(
            words.of("image"),
            words.of("lastRun"),
            words.of("runs"),
            words.of("hitRate"),
            words.of("saved"),
            words.of("slowest"),
            words.of("mostFailed"));
    Table table = Table.wide(html, heading, columns);
    images.forEach(image -> row(table, image));
    table.end();
    html.close();
  }

  private void row(Table table, ImageHistory image) {
    Summary summary = Summary.of(image);
    String name = image.label().isBlank() ? words.of("unnamed") : image.label();
    links.to(image.last()).ifPresentOrElse(link -> table.rowTo(link, name), () -> table.row(name));
    table.word(
        words.of("result." + image.last().result()) + ", " + words.time(image.last().when()));
    table.number(String.valueOf(summary.runs()));
    table.number(summary.hitRate().isPresent() ? rate(summary) : "–");
    table.number(summary.saved().isZero() ? "–" : words.duration(summary.saved()));
    table.openCell().brief(slowest(summary), Html.REFERENCE).close();
    table.openCell().brief(mostFailed(summary), Html.REFERENCE).close();
    table.endRow();
  }

  private String rate(Summary summary) {
    int images = summary.runs() - summary.results().get(RunResult.FAILED);
    return words.percent(summary.hitRate().orElseThrow())
        + " ("
        + summary.results().get(RunResult.HIT)
        + "/"
        + images
        + ")";
  }

  private String slowest(Summary summary) {
    return summary.phases().stream()
        .findFirst()
        .map(phase -> words.of("slowest.value", phase.name(), words.duration(phase.expected())))
        .orElse("–");
  }

  private String mostFailed(Summary summary) {
    return summary.indexes().stream()
        .findFirst()
        .map(index -> words.of("slowest.value", index.host(), index.failed()))
        .orElse("–");
  }
}
