package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport.DatabaseReport;
import java.util.List;

/** Trivy's databases. */
record DatabaseTable(Html html, Words words) {
  void write(List<DatabaseReport> databases) {
    if (databases.isEmpty()) {
      return;
    }
    String heading = words.of("databases");
    html.element("h3", heading);
    Table table =
        new Table(
            html,
            heading,
            words.of("database"),
            words.of("result"),
            words.of("made"),
            words.of("source"),
            words.of("fetched"),
            words.of("time"));
    for (DatabaseReport database : databases) {
      table.row(database.database());
      table.word(words.of("database." + database.result()));
      table.word(words.time(database.updatedAt()));
      table.openCell().brief(database.source().orElse("–"), Html.REFERENCE).close();
      table.number(database.bytes() == 0 ? "–" : words.size(database.bytes()));
      table.number(words.duration(database.duration()));
      table.endRow();
    }
    table.end();
  }
}
