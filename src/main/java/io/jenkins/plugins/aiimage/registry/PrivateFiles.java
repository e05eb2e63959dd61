package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that only this user can read, from the moment they exist. Where files have no
 * such permissions, as on Windows, the folder's own rights decide.
 */
public final class PrivateFiles {
  private PrivateFiles() {}

  /** Creates it and the folders above it; it may exist. */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, only("rwx------"));
  }

  /** Writes a file that does not exist yet. */
  public static void write(Path file, byte[] content) throws IOException {
    Files.createFile(file, only("rw-------"));
    Files.write(file, content);
  }

  private static FileAttribute<?>[] only(String permissions) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (!posix) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
  }
}
