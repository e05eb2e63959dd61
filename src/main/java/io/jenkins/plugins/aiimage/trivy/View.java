package io.jenkins.plugins.aiimage.trivy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cache folder for one build: the databases of another without their bytes, and all else that
 * Trivy keeps there, with its locks, of its own.
 *
 * <p>Files are linked, and copied where that is impossible: on another file system, or where they
 * belong to another user.
 */
record View(Path folder) implements Delivery {
  private static final int TRIES = 10;

  @Override
  public Path path(Place place) {
    return new Place(folder, place.database()).content();
  }

  @Override
  public void deliver(Place place) throws IOException {
    Place view = new Place(folder, place.database());
    Files.createDirectories(view.folder());
    // The database goes last: metadata that are older than it only make it due.
    for (int i = 0; i < TRIES; i++) {
      String metadata = Files.readString(place.metadata());
      link(place.content(), view.content());
      if (Files.readString(place.metadata()).equals(metadata)) {
        view.replace(view.metadata(), metadata);
        return;
      }
    }
    throw new IOException("others exchange " + place.content() + " all the time");
  }

  private void link(Path from, Path to) throws IOException {
    Path next = to.resolveSibling(to.getFileName() + ".new");
    Place.remove(next);
    for (Path each : below(from)) {
      Path there = next.resolve(from.relativize(each).toString());
      if (Files.isDirectory(each)) {
        Files.createDirectories(there);
      } else {
        linkFile(each, there);
      }
    }
    if (Files.isDirectory(to)) {
      Place.remove(to);
    }
    Files.move(next, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The folder before what is in it. */
  private static List<Path> below(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.sorted().toList();
    }
  }

  private static void linkFile(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(from, to);
    }
  }
}
