package io.jenkins.plugins.aiimage.jenkins.overview;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.html.RunLinks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * From a page of a job to the pages of its builds, as far as those are kept. A build is there when
 * its folder is: asking Jenkins would load it.
 *
 * @param builds the job's folder of builds
 */
record BuildLinks(Path builds) implements RunLinks {
  @Override
  public Optional<String> to(HistoryEntry entry) {
    // A number, or else the index would not have it: no part of a path.
    return Files.isDirectory(builds.resolve(entry.run()))
        ? Optional.of("../" + entry.run() + "/aiImages/")
        : Optional.empty();
  }
}
