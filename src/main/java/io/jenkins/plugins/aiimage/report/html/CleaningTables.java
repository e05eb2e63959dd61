package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport.Cleaning;
import io.jenkins.plugins.aiimage.report.RunReport.Keeping;
import io.jenkins.plugins.aiimage.report.RunReport.Removal;
import io.jenkins.plugins.aiimage.report.Sizes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run that tidied up removed and kept. */
record CleaningTables(Html html) {
  void write(Cleaning cleaning) {
    removed(cleaning);
    kept(cleaning);
  }

  private void removed(Cleaning cleaning) {
    String heading = cleaning.dryRun() ? "Would be removed" : "Removed";
    html.element("h3", heading);
    Table table = new Table(html, heading, "Names", "Built", "Size");
    for (Removal image : cleaning.removed()) {
      row(image.references());
      table.word(when(image.created()));
      table.number(Sizes.words(image.bytes()));
      table.endRow();
    }
    table.end();
  }

  private void kept(Cleaning cleaning) {
    html.element("h3", "Kept");
    Table table = new Table(html, "Kept", "Names", "Built", "Why");
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

  private static String when(Optional<Instant> created) {
    return created.map(RunSection::when).orElse("–");
  }
}
