package io.jenkins.plugins.aiimage.context;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a builder is sent that asks for all of a context. Nothing is read but names and sizes. */
public final class ContextListing {
  private final Visitor visitor;
  private final boolean unix;

  private ContextListing(Path root, Visitor visitor) {
    this.visitor = visitor;
    this.unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /** Is told what there is, in a fixed order. */
  public interface Visitor {
    /**
     * A directory that may hold something.
     *
     * @param path below the context, with slashes
     */
    void directory(Path directory, String path);

    /**
     * A file, or a link, which is sent as such.
     *
     * @param path below the context, with slashes
     * @param bytes of a file its size, of a link 0
     */
    void file(String path, long bytes);
  }

  /**
   * Walks through a context.
   *
   * @throws ContextException for what cannot be read, which a builder would not send either
   */
  public static void walk(Path root, DockerIgnore ignore, Visitor visitor) {
    new ContextListing(root, visitor).children(root, "", ignore.top());
  }

  private void children(Path directory, String path, DockerIgnore.Scope above) {
    List<FileName> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      files.forEach(file -> names.add(FileName.of(file)));
    } catch (DirectoryIteratorException e) {
      throw unreadable(directory, e.getCause());
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
    Collections.sort(names);
    for (FileName name : names) {
      String below = path.isEmpty() ? name.text() : path + "/" + name.text();
      visit(name.path(), below, above);
    }
  }

  private void visit(Path file, String path, DockerIgnore.Scope above) {
    boolean hidden = above.hides(path) != null;
    if (hidden && !above.mayRevealBelow(path)) {
      return;
    }
    FileStatus status;
    try {
      status = FileStatus.of(file, unix);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    if (status.kind() == Entry.Kind.DIRECTORY) {
      visitor.directory(file, path);
      children(file, path, above.enter(path));
    } else if (!hidden) {
      visitor.file(path, status.kind() == Entry.Kind.FILE ? status.size() : 0);
    }
  }

  private static ContextException unreadable(Path file, IOException cause) {
    return new ContextException(
        file + " cannot be read: see to its permissions, or hide it in .dockerignore.", cause);
  }
}
