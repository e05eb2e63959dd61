package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.registry.Digest;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where one database is in a cache folder of Trivy, and how another takes its place.
 *
 * <p>All work is done in a folder beside, on the same file system, so that the last step is a
 * rename: whoever opens a file has the old one whole or the new one whole, and a process that is
 * killed leaves the one or the other.
 */
record Place(Path cache, Database database) {

  /**
   * What is there.
   *
   * @param digest of the manifest it came by, if it is known
   */
  record Installed(Metadata metadata, Optional<Digest> digest) {}

  Path folder() {
    return cache.resolve(database.folder());
  }

  Path content() {
    return folder().resolve(database.content());
  }

  Path metadata() {
    return folder().resolve(Unpacking.METADATA);
  }

  /** Of this program, in the same file system. */
  Path work() {
    return cache.resolve("ai-image");
  }

  /** Where the layer of that digest arrives. */
  Path part(Digest layer) {
    return work().resolve(database.folder() + "-" + layer.hex() + ".part");
  }

  /** Empty unless Trivy can use it. */
  Optional<Installed> installed() {
    try {
      Metadata metadata = Metadata.parse(database, Files.readString(metadata()));
      if (database.isFolder()) {
        return Files.isDirectory(content())
            ? Optional.of(new Installed(metadata, metadata.digest()))
            : Optional.empty();
      }
      long bytes = Files.size(content());
      Optional<Received> received =
          received().filter(known -> known.updatedAt().equals(metadata.updatedAt()));
      boolean spoilt = received.isPresent() && received.get().bytes() != bytes;
      return bytes == 0 || spoilt
          ? Optional.empty()
          : Optional.of(new Installed(metadata, received.map(Received::digest)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Received> received() {
    try {
      return Received.parse(Files.readString(record()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path record() {
    return work().resolve(database.folder() + ".json");
  }

  private Path before() {
    return work().resolve(database.folder() + ".before");
  }

  /** An empty folder to unpack into. */
  Path newStage() throws IOException {
    Files.createDirectories(work());
    return Files.createTempDirectory(work(), database.folder() + ".stage");
  }

  /**
   * Takes away what runs have left that were killed, and puts back a folder whose change they did
   * not finish. Only for the one whose turn it is.
   */
  void tidy() throws IOException {
    if (!Files.isDirectory(work())) {
      return;
    }
    if (database.isFolder() && Files.exists(before()) && !Files.exists(content())) {
      Files.move(before(), content(), StandardCopyOption.ATOMIC_MOVE);
    }
    remove(before());
    removeAll(database.folder() + ".stage*");
    removeAll(database.folder() + ".new-*");
  }

  /** Takes away layers, whole or not, but this one. */
  void removeParts(Optional<Path> kept) throws IOException {
    for (Path part : list(database.folder() + "-*.part")) {
      if (!kept.equals(Optional.of(part))) {
        Files.deleteIfExists(part);
      }
    }
  }

  boolean hasParts() throws IOException {
    return Files.isDirectory(work()) && !list(database.folder() + "-*.part").isEmpty();
  }

  private void removeAll(String pattern) throws IOException {
    for (Path path : list(pattern)) {
      remove(path);
    }
  }

  private List<Path> list(String pattern) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(work(), pattern)) {
      paths.forEach(all::add);
    }
    return all;
  }

  /** Takes away a file, or a folder with all that is in it. */
  static void remove(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> below;
    try (Stream<Path> all = Files.walk(path)) {
      below = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : below) {
      Files.deleteIfExists(each);
    }
  }

  /**
   * Puts what was unpacked in place.
   *
   * @param stage has the content and its metadata
   * @param digest of the manifest it came by
   */
  void install(Path stage, Digest digest) throws IOException {
    Files.createDirectories(folder());
    Path staged = stage.resolve(database.content());
    if (database.isFolder()) {
      // Java cannot exchange two folders at once: between these two there is none, until tidy().
      if (Files.exists(content())) {
        Files.move(content(), before(), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(staged, content(), StandardCopyOption.ATOMIC_MOVE);
    } else {
      // The database goes first: beside it, the old metadata only says that it is due. The other
      // way round, new metadata would call an old database fresh.
      Files.move(staged, content(), StandardCopyOption.ATOMIC_MOVE);
    }
    force(folder());
    Files.move(stage.resolve(Unpacking.METADATA), metadata(), StandardCopyOption.ATOMIC_MOVE);
    force(folder());
    remove(before());
    remember(digest);
  }

  /** Keeps by which manifest the database that is in place came; beside checks, that stands. */
  void remember(Digest digest) throws IOException {
    if (database.isFolder()) {
      return;
    }
    Instant updatedAt = Metadata.parse(database, Files.readString(metadata())).updatedAt();
    replace(record(), new Received(digest, updatedAt, Files.size(content())).json());
  }

  /** Notes that the checks are still the newest, as Trivy does. */
  void renew(Instant now) throws IOException {
    replace(metadata(), Metadata.stamped(Files.readString(metadata()), now));
  }

  /** Writes a file of a few bytes, whole or not at all. */
  void replace(Path file, String text) throws IOException {
    // Not a temporary file of Java's: that is its owner's alone, and a cache folder may be shared.
    Path written =
        Files.createDirectories(work())
            .resolve(
                database.folder()
                    + ".new-"
                    + ProcessHandle.current().pid()
                    + "-"
                    + System.nanoTime());
    try {
      write(written, text);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** Writes a file that is on the disk then. */
  static void write(Path file, String text) throws IOException {
    try (FileChannel to =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      to.write(StandardCharsets.UTF_8.encode(text));
      to.force(true);
    }
  }

  /** A rename is on the disk when its folder is. */
  private static void force(Path folder) throws IOException {
    if (File.separatorChar == '\\') {
      return; // Windows opens no folders.
    }
    try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
      opened.force(true);
    }
  }
}
