package io.jenkins.plugins.aiimage.context;

import java.util.Optional;

/** One source pattern of one selection, and what the walk has found for it so far. */
final class Source {
  private static final String[] NONE = {};

  private final String label;
  private final String written;
  private final String[] elements;
  private final Glob[] globs;
  private final int plain;
  private final DockerIgnore excludes;
  private final Fingerprint fingerprint;
  private long entries;
  private DockerIgnore.Rule hiddenBy;

  Source(String label, String written, DockerIgnore excludes, Fingerprint fingerprint) {
    this.label = label;
    this.written = written;
    this.excludes = excludes;
    this.fingerprint = fingerprint;
    String cleaned = CleanPath.of(written);
    if (cleaned.equals("..") || cleaned.startsWith("../")) {
      throw error("leads out of the context: copy it into the context or choose a wider context");
    }
    String relative = cleaned.startsWith("/") ? cleaned.substring(1) : cleaned;
    elements = relative.isEmpty() || relative.equals(".") ? NONE : relative.split("/");
    globs = new Glob[elements.length];
    int plain = 0;
    for (int i = 0; i < elements.length; i++) {
      if (Glob.hasWildcard(elements[i]) || plain < i) {
        try {
          globs[i] = Glob.ofElement(elements[i]);
        } catch (IllegalArgumentException e) {
          throw error(e.getMessage());
        }
      } else {
        plain++;
      }
    }
    this.plain = plain;
  }

  int length() {
    return elements.length;
  }

  /** The only name that can match here, or null where a pattern decides. */
  String plainName(int depth) {
    return depth < plain ? elements[depth] : null;
  }

  boolean matches(int depth, String name) {
    return depth < plain ? elements[depth].equals(name) : globs[depth].matches(name);
  }

  /** Docker follows links in the elements before the first wildcard, and the match itself. */
  boolean followsLinkAt(int depth) {
    return depth <= plain || depth == elements.length;
  }

  DockerIgnore excludes() {
    return excludes;
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }

  void found() {
    entries++;
  }

  void hidden(DockerIgnore.Rule rule) {
    if (hiddenBy == null) {
      hiddenBy = rule;
    }
  }

  /** Only a plain name has to exist: BuildKit takes a pattern that matches nothing for none. */
  void check() {
    if (entries == 0 && plain == elements.length) {
      throw hiddenBy == null
          ? error("not found in the context: check its spelling or create it first")
          : error("hidden by " + hiddenBy + ": add an exception for it below that line");
    }
  }

  SelectionDigest.Match match() {
    return new SelectionDigest.Match(written, entries, Optional.ofNullable(hiddenBy));
  }

  ContextException error(String problem) {
    return new ContextException(label + " " + written + ": " + problem + ".");
  }
}
