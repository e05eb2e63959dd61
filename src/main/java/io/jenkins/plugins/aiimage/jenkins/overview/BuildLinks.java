package io.jenkins.plugins.aiimage.jenkins.overview;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.html.RunLinks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * To the pages of a job's builds, as far as those are kept. A build is there when its folder is:
 * asking Jenkins would load it.
 *
 * @param builds the job's folder of builds
 * @param job the way to the job, with a slash at its end
 */
record BuildLinks(Path builds, String job) implements RunLinks {
  @Override
  public Optional<String> to(HistoryEntry entry) {
    // A number, or else the index would not have it: no part of a path.
    return Files.isDirectory(builds.resolve(entry.run()))
        ? Optional.of(job + entry.run() + "/aiImages/")
        : Optional.empty();
  }
}
