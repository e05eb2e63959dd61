package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run that provides Trivy's databases did.
 *
 * @param databases that can be used now
 * @param environment variables by which Trivy uses them, each {@code NAME=value}; empty if the run
 *     did not come to its end, and a list without anything if it only looked
 */
public record DatabasesReport(List<DatabaseReport> databases, Optional<List<String>> environment)
    implements Details {
  public DatabasesReport {
    databases = List.copyOf(databases);
    environment = environment.map(List::copyOf);
  }

  @Override
  public DatabasesReport brief(Brief how) {
    return this;
  }

  /**
   * One of Trivy's databases.
   *
   * @param database its name
   * @param digest of the manifest it came by, if this program fetched it
   * @param updatedAt when its content was made
   * @param source who gave it, or said that it is the newest; empty if nobody was asked
   * @param bytes that were fetched, compressed
   */
  public record DatabaseReport(
      String database,
      String path,
      Optional<String> digest,
      Instant updatedAt,
      Duration age,
      Optional<String> source,
      DatabaseResult result,
      long bytes,
      Duration duration) {}
}
