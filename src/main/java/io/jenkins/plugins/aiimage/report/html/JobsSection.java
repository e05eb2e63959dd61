package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.RunResult;
import io.jenkins.plugins.aiimage.report.history.Summary;
import java.util.List;
import java.util.Optional;

/** One row for each image of each job. */
record JobsSection(Html html, Words words) {
  void write(List<JobImage> images, int from, int to, String id) {
    String heading = words.of("images");
    html.open("section", "class", "run", "aria-labelledby", id);
    html.element("h2", heading, "id", id);
    Totals.of(images.stream().map(JobImage::image).toList()).write(html, words);
    List<String> columns =
        List.of(
            words.of("jobAndImage"),
            words.of("lastRun"),
            words.of("when"),
            words.of("runs"),
            words.of("hitRate"),
            words.of("saved"),
            words.of("slowest"));
    Table table = Table.wide(html, heading, columns);
    images.subList(from, to).forEach(image -> row(table, image));
    table.end();
    html.close();
  }

  private void row(Table table, JobImage image) {
    Summary summary = Summary.of(image.image());
    RunResult last = image.image().last().result();
    String label = image.image().label();
    table.row(
        Optional.of(image.link()),
        image.job(),
        Optional.of(Html.cut(label.isBlank() ? words.of("unnamed") : label, Html.NAME)));
    table.openCell().element("span", words.of(last), "class", "badge " + last).close();
    table.number(words.time(image.image().last().when()));
    table.number(String.valueOf(summary.runs()));
    table.number(Totals.of(List.of(image.image())).rate(words));
    table.number(summary.saved().isZero() ? "–" : words.duration(summary.saved()));
    table.openCell().brief(slowest(summary), Html.REFERENCE).close();
    table.endRow();
  }

  private String slowest(Summary summary) {
    return summary.phases().stream()
        .findFirst()
        .map(phase -> words.of("slowest.value", phase.name(), words.duration(phase.expected())))
        .orElse("–");
  }
}
