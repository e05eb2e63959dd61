package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.Cleaning.Keeping;
import io.jenkins.plugins.aiimage.report.Cleaning.Removal;
import io.jenkins.plugins.aiimage.report.Cleaning.Total;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run that tidied up removed and kept. */
record CleaningTables(Html html, Words words) {
  void write(Cleaning cleaning) {
    cleaning.total().ifPresent(total -> total(total, cleaning.dryRun()));
    removed(cleaning);
    kept(cleaning);
  }

  private void total(Total total, boolean dryRun) {
    String freed = words.size(total.bytes());
    String key = dryRun ? "cleaning.wouldBe" : "cleaning.total";
    html.element("p", words.of(key, total.images(), total.tags(), total.kept(), freed));
  }

  /** Whoever keeps many reports keeps only the last of many images. */
  private String heading(String key, int listed, int all) {
    String heading = words.of(key);
    return listed < all ? words.of("listed", heading, listed, all) : heading;
  }

  private void removed(Cleaning cleaning) {
    List<Removal> removed = cleaning.removed();
    if (removed.isEmpty()) {
      return;
    }
    String key = cleaning.dryRun() ? "wouldBeRemoved" : "removed";
    int all = cleaning.total().map(Total::images).orElse(0);
    String heading = heading(key, removed.size(), all);
    html.element("h3", heading);
    Table table =
        new Table(html, heading, words.of("names"), words.of("builtWhen"), words.of("size"));
    for (Removal image : removed) {
      row(image.references());
      table.word(when(image.created()));
      table.number(words.size(image.bytes()));
      table.endRow();
    }
    table.end();
  }

  private void kept(Cleaning cleaning) {
    List<Keeping> kept = cleaning.kept();
    if (kept.isEmpty()) {
      return;
    }
    String heading = heading("kept", kept.size(), cleaning.total().map(Total::kept).orElse(0));
    html.element("h3", heading);
    Table table =
        new Table(html, heading, words.of("names"), words.of("builtWhen"), words.of("why"));
    for (Keeping image : kept) {
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
