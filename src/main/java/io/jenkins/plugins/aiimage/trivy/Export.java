package io.jenkins.plugins.aiimage.trivy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;

/**
 * Puts databases into a file, as they came. They arrive in a folder beside it, so that a run that
 * was broken off goes on there, and are tried as if to be used.
 */
final class Export implements Delivery {
  private final Path file;
  private final Map<Database, Artifact> artifacts = new EnumMap<>(Database.class);

  /** An export to this file, which is there once {@link #finish} has returned. */
  Export(Path file) {
    this.file = file;
  }

  /** The cache folder to fetch into. */
  static Path folder(Path file) {
    return file.resolveSibling(file.getFileName() + ".parts");
  }

  /** Takes away what a run that was broken off had put in place: it must be fetched once more. */
  void begin() throws IOException {
    for (Database database : Database.values()) {
      Place.remove(new Place(folder(file), database).folder());
    }
  }

  /** Takes the folder away, unless a download in it can go on. */
  void abandon() {
    try {
      for (Database database : Database.values()) {
        if (new Place(folder(file), database).hasParts()) {
          return;
        }
      }
      Place.remove(folder(file));
    } catch (IOException e) {
      // Why the run failed says more; the next one begins with this folder.
      return;
    }
  }

  @Override
  public Path path(Place place) {
    return file;
  }

  @Override
  public boolean fetched(Database database, Artifact artifact) {
    artifacts.put(database, artifact);
    return true;
  }

  /** Writes the file, whole or not at all, and answers its size in bytes. */
  long finish() throws IOException {
    Path written = folder(file).resolve("archive");
    new OciArchiveWriter(artifacts).write(written);
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    Place.remove(folder(file));
    return Files.size(file);
  }
}
