package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.registry.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The lock files of a user, one for each piece of work.
 *
 * <p>A file that is taken away between another's opening and locking it would leave that one with a
 * lock on nothing, and the next comer with a lock on a new file of the same name. So whoever opens
 * and locks one shares a lock on the gate meanwhile, and files are taken away only by one who has
 * the gate alone and the file's lock too.
 */
record FlightFolder(Path root) {
  private static final String END = ".lock";

  /**
   * Tries once to get the lock for some work.
   *
   * @throws IOException if files cannot be locked here
   */
  FlightLock.Attempt attempt(String work, FlightHolder holder) throws IOException {
    Files.createDirectories(root);
    FlightLock.Attempt[] result = {new FlightLock.Attempt.Taken(Optional.empty())};
    boolean unused =
        FlightLock.during(gate(), true, () -> result[0] = FlightLock.attempt(file(work), holder));
    return result[0];
  }

  /** Takes away the files that nobody has locked, or held, since then. Fails silently. */
  void tidy(Instant since) {
    try {
      boolean unused = FlightLock.during(gate(), false, () -> tidyFiles(since));
    } catch (IOException e) {
      // They stay until the next time.
      return;
    }
  }

  private void tidyFiles(Instant since) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(root, "*" + END)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          boolean unused = FlightLock.during(file, false, () -> Files.delete(file));
        }
      }
    }
  }

  private Path gate() {
    return root.resolve("gate");
  }

  Path file(String work) {
    return root.resolve(Digest.of(work.getBytes(StandardCharsets.UTF_8)).hex() + END);
  }
}
