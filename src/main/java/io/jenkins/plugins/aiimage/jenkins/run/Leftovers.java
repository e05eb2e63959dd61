package io.jenkins.plugins.aiimage.jenkins.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of runs that nobody came back for: a login in them must not stay for ever. */
final class Leftovers {
  static final String PREFIX = "ai-image-";

  /** Far beyond the lease of a run, and beyond a weekend without a controller. */
  private static final Duration OLD = Duration.ofDays(3);

  private Leftovers() {}

  /** Removes, beside a new folder, those whose lease is old. */
  static void remove(Path parent, Instant now) throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        Path lease = folder.resolve(WriteFolder.LEASE);
        if (Files.exists(lease)
            && Files.getLastModifiedTime(lease).toInstant().plus(OLD).isBefore(now)) {
          delete(folder);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
