package io.jenkins.plugins.aiimage.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/** Kind, mode and size of one path, links not followed, from one system call. */
record FileStatus(Entry.Kind kind, int mode, long size) {
  private static final int PERMISSIONS = 07777;
  private static final int TYPE = 0170000;

  static FileStatus of(Path path, boolean unix) throws IOException {
    return unix ? unix(path) : plain(path);
  }

  private static FileStatus unix(Path path) throws IOException {
    Map<String, Object> read =
        Files.readAttributes(path, "unix:mode,size", LinkOption.NOFOLLOW_LINKS);
    int mode = (Integer) read.get("mode");
    long size = (Long) read.get("size");
    int permissions = mode & PERMISSIONS;
    return switch (mode & TYPE) {
      case 0100000 -> new FileStatus(Entry.Kind.FILE, permissions, size);
      case 0040000 -> new FileStatus(Entry.Kind.DIRECTORY, permissions, 0);
      // A link's own mode is 0777 or, on some systems, the umask's: it means nothing.
      case 0120000 -> new FileStatus(Entry.Kind.LINK, 0, 0);
      default -> new FileStatus(Entry.Kind.SPECIAL, mode & (TYPE | PERMISSIONS), 0);
    };
  }

  /** Docker on Windows sends everything as 0755. */
  private static FileStatus plain(Path path) throws IOException {
    BasicFileAttributes read =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (read.isSymbolicLink()) {
      return new FileStatus(Entry.Kind.LINK, 0, 0);
    } else if (read.isDirectory()) {
      return new FileStatus(Entry.Kind.DIRECTORY, 0755, 0);
    } else if (read.isRegularFile()) {
      return new FileStatus(Entry.Kind.FILE, 0755, read.size());
    }
    return new FileStatus(Entry.Kind.SPECIAL, 0755, 0);
  }
}
