package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.DatabasesReport.DatabaseReport;
import java.time.Duration;
import java.util.List;

/** Trivy's databases. */
record DatabaseTable(Html html, Words words) {
  private static final Duration DAYS = Duration.ofDays(2);

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
      table.row(name(database.database()));
      table.word(words.of("database." + database.result()));
      table.word(words.of("made.value", words.time(database.updatedAt()), age(database.age())));
      table.openCell().brief(database.source().orElse("–"), Html.REFERENCE).close();
      table.number(database.bytes() == 0 ? "–" : words.size(database.bytes()));
      table.number(words.duration(database.duration()));
      table.endRow();
    }
    table.end();
    html.open("dl", "class", "facts");
    for (DatabaseReport database : databases) {
      fact("database.path", database.path());
      database.digest().ifPresent(digest -> fact("digest", digest));
    }
    html.close();
  }

  /** The name that Trivy's users know it by; as it is where a later version has others. */
  private String name(String database) {
    return switch (database) {
      case "vulnerabilities", "java", "checks" -> words.of("database.of." + database);
      default -> database;
    };
  }

  private void fact(String name, String value) {
    html.open("div").element("dt", words.of(name)).open("dd").open("code");
    html.brief(value, Html.REFERENCE).close().close().close();
  }

  private String age(Duration age) {
    return age.compareTo(DAYS) < 0 ? words.duration(age) : words.of("days", age.toDays());
  }
}
