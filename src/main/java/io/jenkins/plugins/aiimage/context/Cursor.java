package io.jenkins.plugins.aiimage.context;

/**
 * How far one source has come at one entry of the walk: still searching along its elements, at the
 * entry that it names, or below it.
 */
final class Cursor {
  private final Source source;
  private final int depth;
  private final Cursor parent;
  private final String below;
  private DockerIgnore.Scope excludes;
  private Runnable announcement;

  private Cursor(Source source, int depth, Cursor parent, String below) {
    this.source = source;
    this.depth = depth;
    this.parent = parent;
    this.below = below;
    this.excludes = source.excludes().top();
  }

  static Cursor start(Source source) {
    return new Cursor(source, 0, null, "");
  }

  Source source() {
    return source;
  }

  boolean isSearching() {
    return depth < source.length();
  }

  boolean isSource() {
    return !isSearching() && below.isEmpty();
  }

  /** The only child wanted here, or null where a pattern decides. */
  String plainChild() {
    return isSearching() ? source.plainName(depth) : null;
  }

  boolean followsLink() {
    return below.isEmpty() && source.followsLinkAt(depth);
  }

  /** Remembers why the source may turn out to match nothing. */
  void hidden(DockerIgnore.Rule rule) {
    if (below.isEmpty()) {
      source.hidden(rule);
    }
  }

  /** The cursor for a child, or null if the source does not want it. */
  Cursor child(String name) {
    if (!isSearching()) {
      return new Cursor(source, depth, this, below.isEmpty() ? name : below + "/" + name);
    }
    return source.matches(depth, name) ? new Cursor(source, depth + 1, this, "") : null;
  }

  boolean isExcluded() {
    return !below.isEmpty() && parent.excludes.hides(below) != null;
  }

  boolean mayRevealBelow() {
    return parent.excludes.mayRevealBelow(below);
  }

  /**
   * Goes into a directory.
   *
   * @param announcement adds the directory itself, once something visible in it is announced
   */
  void enter(Runnable announcement) {
    this.announcement = announcement;
    if (!below.isEmpty()) {
      excludes = parent.excludes.enter(below);
    }
  }

  /** Something visible is here: the hidden directories above it exist in the image after all. */
  void announce() {
    if (parent != null) {
      parent.announce();
    }
    if (announcement != null) {
      Runnable due = announcement;
      announcement = null;
      due.run();
    }
  }
}
