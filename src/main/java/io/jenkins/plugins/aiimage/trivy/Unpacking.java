package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.tar.EntryName;
import io.jenkins.plugins.aiimage.tar.TarEntry;
import io.jenkins.plugins.aiimage.tar.TarException;
import io.jenkins.plugins.aiimage.tar.TarReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks the layer of an artifact into a folder of its own. */
final class Unpacking {
  static final String METADATA = "metadata.json";

  private static final int BUFFER = 256 * 1024;

  private final Database database;
  private final Path into;

  /**
   * One unpacking.
   *
   * @param into an empty folder that nobody else writes to
   */
  Unpacking(Database database, Path into) {
    this.database = database;
    this.into = into;
  }

  /**
   * Unpacks; all files are on the disk then.
   *
   * @throws ArtifactException if it is not what it should be: nothing of it is to be used
   * @throws IOException if the disk fails
   */
  void unpack(Path file, Descriptor layer) throws IOException {
    // What was verified while it came are the bytes that came; these are those of the file.
    if (!Descriptor.of(layer.mediaType(), file).digest().equals(layer.digest())) {
      throw new ArtifactException("Its content is not that of " + layer.digest() + ".");
    }
    Limits limits = new Limits(layer.size(), database.mostBytes());
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = limits.guard(new GZIPInputStream(raw, BUFFER))) {
      unpack(new TarReader(new BufferedInputStream(plain, BUFFER)));
      plain.transferTo(OutputStream.nullOutputStream());
    } catch (TarException e) {
      throw new ArtifactException(e.getMessage());
    } catch (ZipException | EOFException e) {
      throw new ArtifactException("It cannot be unpacked: it is cut off or no gzip stream.");
    }
  }

  private void unpack(TarReader tar) throws IOException {
    Set<String> seen = new HashSet<>();
    for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
      TarEntry entry = next.get();
      Optional<String> name = EntryName.of(entry.name());
      if (seen.size() > Limits.MOST_ENTRIES) {
        throw new ArtifactException("It has more than " + Limits.MOST_ENTRIES + " entries.");
      }
      if (name.isPresent() && !seen.add(name.get())) {
        throw new ArtifactException("It has \"" + name.get() + "\" twice.");
      }
      if (entry.isFolder()) {
        if (name.isPresent() && !database.isFolder()) {
          throw new ArtifactException("It has the folder \"" + name.get() + "\".");
        }
      } else {
        write(tar, entry, name.orElse(""));
      }
    }
    requireComplete(seen);
  }

  private void write(TarReader tar, TarEntry entry, String name) throws IOException {
    Path file;
    if (database.isFolder()) {
      file = into.resolve(database.content()).resolve(name);
    } else if (name.equals(database.content()) || name.equals(METADATA)) {
      file = into.resolve(name);
    } else {
      throw new ArtifactException("It has the file \"" + name + "\", which does not belong there.");
    }
    if (name.equals(METADATA) && !database.isFolder() && entry.size() > Limits.LARGEST_METADATA) {
      throw new ArtifactException("Its " + METADATA + " has " + entry.size() + " B.");
    }
    if (Files.exists(file) || !isBelowFolders(file)) {
      throw new ArtifactException("It has \"" + name + "\" as a file and as a folder.");
    }
    Files.createDirectories(file.getParent());
    try (FileChannel to =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream stream = Channels.newOutputStream(to)) {
      tar.copy(stream);
      to.force(true);
    }
  }

  private boolean isBelowFolders(Path file) {
    for (Path above = file.getParent(); !above.equals(into); above = above.getParent()) {
      if (Files.exists(above) && !Files.isDirectory(above)) {
        return false;
      }
    }
    return true;
  }

  private void requireComplete(Set<String> seen) throws ArtifactException {
    if (database.isFolder()
        ? !Files.isDirectory(into.resolve(database.content()))
        : !seen.contains(database.content())) {
      throw new ArtifactException("It has no " + database.content() + ".");
    }
    if (!database.isFolder() && !seen.contains(METADATA)) {
      throw new ArtifactException("It has no " + METADATA + ".");
    }
  }
}
