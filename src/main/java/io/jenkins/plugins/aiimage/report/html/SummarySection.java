package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.Summary;
import java.util.List;

/** One row for each image. */
record SummarySection(Html html, Words words, RunLinks links) {
  void write(List<ImageHistory> images, String id) {
    String heading = words.of("images");
    html.open("section", "class", "run", "aria-labelledby", id);
    html.element("h2", heading, "id", id);
    Totals.of(images).write(html, words);
    ImageNames names = ImageNames.of(images, words);
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
    images.forEach(image -> row(table, names, image));
    table.end();
    html.close();
  }

  private void row(Table table, ImageNames names, ImageHistory image) {
    Summary summary = Summary.of(image);
    table.row(links.to(image.last()), names.of(image), names.repository(image));
    table.word(
        words.of("result." + image.last().result()) + ", " + words.time(image.last().when()));
    table.number(String.valueOf(summary.runs()));
    table.number(Totals.of(List.of(image)).rate(words));
    table.number(summary.saved().isZero() ? "–" : words.duration(summary.saved()));
    table.openCell().brief(slowest(summary), Html.REFERENCE).close();
    table.openCell().brief(mostFailed(summary), Html.REFERENCE).close();
    table.endRow();
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
