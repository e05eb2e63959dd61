package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.RunReport.DatabaseReport;
import io.jenkins.plugins.aiimage.report.Sizes;
import java.util.List;
import java.util.Locale;

/** Trivy's databases. */
record DatabaseTable(Html html) {
  void write(List<DatabaseReport> databases) {
    if (databases.isEmpty()) {
      return;
    }
    html.element("h3", "Databases");
    Table table =
        new Table(html, "Databases", "Database", "Result", "Made", "Source", "Fetched", "Time");
    for (DatabaseReport database : databases) {
      table.row(database.database());
      table.word(database.result().name().toLowerCase(Locale.ROOT));
      table.word(RunSection.when(database.updatedAt()));
      table.openCell().brief(database.source().orElse("–"), Html.REFERENCE).close();
      table.number(database.bytes() == 0 ? "–" : Sizes.words(database.bytes()));
      table.number(Durations.words(database.duration()));
      table.endRow();
    }
    table.end();
  }
}
