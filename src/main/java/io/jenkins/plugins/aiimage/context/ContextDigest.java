package io.jenkins.plugins.aiimage.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Digests of what instructions read from a context: the same on every machine for the same files.
 *
 * <p>What counts is what a COPY leaves in an image (measured on Docker 20.10, both builders): the
 * path below the context, the kind, all twelve mode bits (the classic builder drops setuid and
 * setgid of files, BuildKit keeps them), bytes and link targets; neither times nor owners. The mode
 * of a directory named as a source does not survive and does not count. A source that is a link, or
 * whose plain first elements pass through one, is followed with the context as the root of all
 * links; a link below a copied directory is its text. Named pipes, sockets and devices count by
 * kind and mode and are never opened (the classic builder copies a pipe, BuildKit makes a socket an
 * empty file).
 */
public final class ContextDigest {
  private ContextDigest() {}

  /**
   * Walks the context once and answers one digest for each selection, in order.
   *
   * @throws ContextException if a source without wildcards matches nothing, leaves the context or
   *     is malformed; if a file cannot be read, or changes or vanishes meanwhile; if the thread is
   *     interrupted (its flag stays set)
   */
  public static List<SelectionDigest> of(
      Path context, DockerIgnore ignore, List<Selection> selections) {
    return of(context, ignore, selections, new Inventory());
  }

  static List<SelectionDigest> of(
      Path context, DockerIgnore ignore, List<Selection> selections, Inventory inventory) {
    Path root;
    try {
      root = context.toRealPath();
    } catch (IOException e) {
      throw new ContextException("The context " + context + " does not exist.", e);
    }
    if (!Files.isDirectory(root)) {
      throw new ContextException("The context " + context + " is not a directory.");
    }
    List<Source> sources = new ArrayList<>();
    List<Fingerprint> fingerprints = new ArrayList<>();
    for (Selection selection : selections) {
      Fingerprint fingerprint = new Fingerprint(inventory);
      DockerIgnore excludes =
          DockerIgnore.parse(
              selection.label() + " --exclude", String.join("\n", selection.excludes()));
      fingerprints.add(fingerprint);
      for (String source : selection.sources()) {
        sources.add(new Source(selection.label(), source, excludes, fingerprint));
      }
    }
    try (FileHasher hasher = new FileHasher(root)) {
      new ContextWalk(root, ignore, hasher).run(sources);
      hasher.finish();
    }
    for (Source source : sources) {
      source.check();
    }
    List<SelectionDigest> digests = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < selections.size(); i++) {
      List<SelectionDigest.Match> matches = new ArrayList<>();
      for (int end = next + selections.get(i).sources().size(); next < end; next++) {
        matches.add(sources.get(next).match());
      }
      digests.add(fingerprints.get(i).result(matches));
    }
    return digests;
  }
}
