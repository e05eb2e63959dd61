package io.jenkins.plugins.aiimage.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Follows a link the way both builders do: as if the context were the root of the file system, so
 * an absolute target begins at the context and {@code ..} cannot climb out of it.
 */
final class ContextLink {
  /** As in Linux. */
  private static final int LONGEST_CHAIN = 40;

  private final Path root;

  ContextLink(Path root) {
    this.root = root;
  }

  /** The path below the root, free of links, that a link leads to; empty if there is nothing. */
  Optional<Path> follow(Path link) throws IOException {
    Path nothing = root.relativize(root);
    Path at = nothing;
    Deque<Path> ahead = new ArrayDeque<>();
    root.relativize(link).forEach(ahead::add);
    int links = 0;
    while (!ahead.isEmpty()) {
      Path name = ahead.removeFirst();
      if (name.toString().equals("..")) {
        at = at.getNameCount() > 1 ? at.getParent() : nothing;
      } else if (!name.toString().isEmpty() && !name.toString().equals(".")) {
        Path next = root.resolve(at).resolve(name);
        if (!Files.isSymbolicLink(next)) {
          at = root.relativize(next);
        } else if (++links > LONGEST_CHAIN) {
          return Optional.empty();
        } else {
          Path target = Files.readSymbolicLink(next);
          at = target.isAbsolute() ? nothing : at;
          prepend(target, ahead);
        }
      }
    }
    Path end = root.resolve(at);
    return Files.exists(end, java.nio.file.LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(end)
        : Optional.empty();
  }

  private static void prepend(Path target, Deque<Path> ahead) {
    for (int i = target.getNameCount() - 1; i >= 0; i--) {
      ahead.addFirst(target.getName(i));
    }
  }
}
