package io.jenkins.plugins.aiimage.report;

import io.jenkins.plugins.aiimage.report.DatabasesReport.DatabaseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the report that tells of Trivy's databases. */
final class DatabasesFold {
  private boolean concerned;
  private final List<DatabaseReport> databases = new ArrayList<>();
  private Optional<List<String>> environment = Optional.empty();

  void apply(DatabaseEvent event) {
    if (event instanceof DatabaseEvent.DatabasesStarted) {
      concerned = true;
    } else if (event instanceof DatabaseEvent.DatabaseReady ready) {
      databases.add(
          new DatabaseReport(
              ready.database(),
              ready.path(),
              ready.digest(),
              ready.updatedAt(),
              ready.age(),
              ready.source(),
              ready.result(),
              ready.bytes(),
              ready.duration()));
    } else if (event instanceof DatabaseEvent.DatabasesSucceeded all) {
      environment = Optional.of(all.environment());
    }
  }

  /** What the report says of any run, for one that provides databases. */
  static Event.RunStarted asRun(DatabaseEvent.DatabasesStarted event) {
    return new Event.RunStarted(
        "trivy-db", event.folder(), List.of(), event.label(), "", event.version());
  }

  Optional<DatabasesReport> report() {
    return concerned ? Optional.of(new DatabasesReport(databases, environment)) : Optional.empty();
  }
}
