package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport.Cleaning;
import io.jenkins.plugins.aiimage.report.RunReport.Keeping;
import io.jenkins.plugins.aiimage.report.RunReport.Removal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run that tidied up removed and kept. */
record CleaningTables(Html html, Words words) {
  void write(Cleaning cleaning) {
    removed(cleaning);
    kept(cleaning);
  }

  private void removed(Cleaning cleaning) {
    String heading = words.of(cleaning.dryRun() ? "wouldBeRemoved" : "removed");
    html.element("h3", heading);
    Table table =
        new Table(html, heading, words.of("names"), words.of("builtWhen"), words.of("size"));
    for (Removal image : cleaning.removed()) {
      row(image.references());
      table.word(when(image.created()));
      table.number(words.size(image.bytes()));
      table.endRow();
    }
    table.end();
  }

  private void kept(Cleaning cleaning) {
    String heading = words.of("kept");
    html.element("h3", heading);
    Table table =
        new Table(html, heading, words.of("names"), words.of("builtWhen"), words.of("why"));
    for (Keeping image : cleaning.kept()) {
      row(image.references());
      table.word(when(image.created()));
      table.openCell().brief(image.reason(), Html.PARAGRAPH).close();
      table.endRow();
    }
    table.end();
  }

  /** Names that end in 64 digits are longer than a table's usual heading. */
  private void row(List<String> names) {
    html.open("tr").open("th", "scope", "row").open("code");
    html.brief(String.join(" ", names), Html.REFERENCE).close().close();
  }

  private String when(Optional<Instant> created) {
    return created.map(words::time).orElse("–");
  }
}
