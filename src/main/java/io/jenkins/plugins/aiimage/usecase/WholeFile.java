package io.jenkins.plugins.aiimage.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that readers find whole or not at all, whenever they come. */
public record WholeFile(Path file) {
  /** Writes it, in place of what was there. */
  public void write(String text) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.writeString(file, text); // A device or a pipe stays what it is.
      return;
    }
    // Not by createTempFile, which lets nobody else read it.
    Path written = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.writeString(written, text);
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }
}
