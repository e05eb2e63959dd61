package io.jenkins.plugins.aiimage.trivy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param cache Trivy's cache folder, absolute
 * @param view a folder of one's own, to be used in its place
 * @param databases in the order in which they are seen to
 * @param archive to take them from, rather than from registries
 * @param export a file to put them into, rather than to use them
 * @param maxAge of a database that no source renews
 * @param envFile to write the variables to
 * @param label what people call the run
 */
record TrivyRequest(
    Path cache,
    Optional<Path> view,
    List<Wanted> databases,
    Optional<OciArchive> archive,
    Optional<Path> export,
    Duration maxAge,
    Optional<Path> envFile,
    boolean dryRun,
    String label) {
  TrivyRequest {
    databases = List.copyOf(databases);
  }

  /**
   * One database.
   *
   * @param sources in order, without the mirror
   * @param chosen whether somebody named the sources
   * @param mirror one's own registry
   */
  record Wanted(Database database, List<Source> sources, boolean chosen, Optional<Source> mirror) {
    Wanted {
      sources = List.copyOf(sources);
    }
  }

  /** Whence a database may come, in order; without the mirror. */
  List<? extends Origin> origins(Wanted wanted) {
    return archive.isPresent() ? List.of(archive.get()) : wanted.sources();
  }
}
