package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run tells that provides Trivy's databases. */
public sealed interface DatabaseEvent extends Event {

  /**
   * A run that provides Trivy's databases began.
   *
   * @param label what people call it
   * @param databases by name, in the order in which they are seen to
   * @param folder Trivy's cache folder
   * @param dryRun whether nothing will be changed
   */
  record DatabasesStarted(
      String label, List<String> databases, String folder, boolean dryRun, String version)
      implements DatabaseEvent {
    /** What it is called where nobody says. */
    public static final String LABEL = "Trivy's databases";

    public DatabasesStarted {
      databases = List.copyOf(databases);
    }
  }

  /**
   * A database is about to be fetched.
   *
   * @param source from where, as a person reads it
   * @param bytes of its layer, compressed
   */
  record DatabaseFetching(String database, String source, long bytes) implements DatabaseEvent {}

  /**
   * What a run would do with a database; it did nothing.
   *
   * @param way as a person reads it
   */
  record DatabasePlanned(String database, String path, String way) implements DatabaseEvent {}

  /**
   * A database is there and can be used.
   *
   * @param path where it is
   * @param digest of the manifest it came by, if this program fetched it
   * @param updatedAt when its content was made; of the checks, when they were last compared with
   *     their source
   * @param age at the time of the event; never negative
   * @param source who gave it, or said that it is still the newest; empty if nobody was asked
   * @param bytes that were fetched, compressed
   */
  record DatabaseReady(
      String database,
      String path,
      Optional<String> digest,
      Instant updatedAt,
      Duration age,
      Optional<String> source,
      DatabaseResult result,
      long bytes,
      Duration duration)
      implements DatabaseEvent {}

  /**
   * The databases were written to a file, to be used elsewhere.
   *
   * @param bytes of the file
   */
  record DatabasesExported(String file, long bytes) implements DatabaseEvent {}

  /**
   * All databases can be used; or, after a dry run, all is told.
   *
   * @param environment variables that let Trivy use them and ask nobody, each {@code NAME=value}
   */
  record DatabasesSucceeded(List<String> environment, Duration duration)
      implements DatabaseEvent, Event.End {
    public DatabasesSucceeded {
      environment = List.copyOf(environment);
    }
  }
}
