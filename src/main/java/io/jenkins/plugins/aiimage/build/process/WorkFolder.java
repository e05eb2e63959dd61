package io.jenkins.plugins.aiimage.build.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A private folder for the files of one build; gone when closed. */
public record WorkFolder(Path path) implements AutoCloseable {
  private static final String PREFIX = "ai-image-";

  /** An empty one. */
  public static WorkFolder create() throws IOException {
    return new WorkFolder(Files.createTempDirectory(PREFIX));
  }

  /** One that another run left; empty if there is none there. */
  public static Optional<WorkFolder> at(Path path) {
    Path name = path.getFileName();
    boolean one = name != null && name.toString().startsWith(PREFIX) && Files.isDirectory(path);
    return one ? Optional.of(new WorkFolder(path)) : Optional.empty();
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }
}
