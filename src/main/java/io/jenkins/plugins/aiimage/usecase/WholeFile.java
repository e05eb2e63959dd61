package io.jenkins.plugins.aiimage.usecase;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** A file that readers find whole or not at all, whenever they come. */
public record WholeFile(Path file) {
  /**
   * Writes it in place of what was there, with the permissions that that had. What a link points at
   * is changed, not the link.
   */
  public void write(String text) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.writeString(file, text); // A device or a pipe stays what it is.
      return;
    }
    Path real = Files.exists(file) ? file.toRealPath() : file;
    // Not by createTempFile, which lets nobody else read it.
    Path written = real.resolveSibling(real.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.writeString(written, text);
      copyPermissions(real, written);
      move(written, real);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
