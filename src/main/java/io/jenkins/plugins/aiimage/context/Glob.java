package io.jenkins.plugins.aiimage.context;

import java.util.ArrayList;
import java.util.List;

/**
 * A compiled pattern in the syntax of Go's {@code filepath.Match}: {@code *}, {@code ?}, {@code
 * [a-z]}, {@code [^x]}, {@code \}. {@link #ofPath} adds the {@code **} of moby/patternmatcher.
 *
 * <p>As there, a class is the one wildcard that matches a slash too. Matching keeps the set of text
 * positions reached so far, so no pattern is ever slow.
 */
final class Glob {
  private static final char SLASH = '/';

  private final List<Token> tokens;
  private final String head;
  private final String tail;

  private Glob(List<Token> tokens) {
    this.tokens = tokens;
    this.head = tokens.get(0) instanceof Text text ? text.text() : "";
    this.tail = tokens.get(tokens.size() - 1) instanceof Text text ? text.text() : "";
  }

  /** Compiles one element of a COPY source, in which {@code **} means no more than {@code *}. */
  static Glob ofElement(String pattern) {
    return new Glob(new GlobParser(pattern, false).tokens());
  }

  /** Compiles a cleaned path pattern, in which {@code **} crosses directories. */
  static Glob ofPath(String pattern) {
    return new Glob(new GlobParser(pattern, true).tokens());
  }

  /**
   * Whether a pattern is more than a plain name; an escape alone does not make it one (BuildKit).
   */
  static boolean hasWildcard(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '*', '?', '[' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  boolean matches(String path) {
    if (!path.startsWith(head) || !path.endsWith(tail)) {
      return false;
    }
    if (tokens.size() == 1 && tokens.get(0) instanceof Text text) {
      return path.length() == text.text().length();
    }
    boolean[] at = new boolean[path.length() + 1];
    at[0] = true;
    for (Token token : tokens) {
      at = token.step(path, at);
    }
    return at[path.length()];
  }

  /** Whether some path below this directory could match: true when in doubt. */
  boolean reachesBelow(String directory) {
    String start = directory + SLASH;
    boolean[] at = new boolean[start.length() + 1];
    at[0] = true;
    for (Token token : tokens) {
      if (at[start.length()] || token.outlasts(start, at)) {
        return true;
      }
      at = token.step(start, at);
    }
    return false;
  }

  /** One piece of a pattern, which moves the positions reached to the positions after it. */
  sealed interface Token {
    boolean[] step(String path, boolean[] at);

    /** Whether this token can begin within the path and end beyond it. */
    default boolean outlasts(String path, boolean[] at) {
      return false;
    }
  }

  record Text(String text) implements Token {
    @Override
    public boolean[] step(String path, boolean[] at) {
      boolean[] next = new boolean[at.length];
      for (int i = 0; i + text.length() < at.length; i++) {
        next[i + text.length()] = at[i] && path.startsWith(text, i);
      }
      return next;
    }

    @Override
    public boolean outlasts(String path, boolean[] at) {
      for (int i = Math.max(0, path.length() - text.length()); i < path.length(); i++) {
        if (at[i] && text.startsWith(path.substring(i))) {
          return true;
        }
      }
      return false;
    }
  }

  /** {@code ?} or a class. */
  record One(boolean negated, List<int[]> ranges) implements Token {
    static final One ANY_BUT_SLASH = new One(true, List.of(new int[] {SLASH, SLASH}));

    @Override
    public boolean[] step(String path, boolean[] at) {
      boolean[] next = new boolean[at.length];
      for (int i = 0; i < path.length(); i++) {
        if (at[i]) {
          int c = path.codePointAt(i);
          next[i + Character.charCount(c)] = contains(c) != negated;
        }
      }
      return next;
    }

    private boolean contains(int c) {
      for (int[] range : ranges) {
        if (range[0] <= c && c <= range[1]) {
          return true;
        }
      }
      return false;
    }
  }

  /** {@code *}. */
  record Star() implements Token {
    @Override
    public boolean[] step(String path, boolean[] at) {
      boolean[] next = new boolean[at.length];
      boolean open = false;
      for (int i = 0; i < at.length; i++) {
        open |= at[i];
        next[i] = open;
        open &= i < path.length() && path.charAt(i) != SLASH;
      }
      return next;
    }
  }

  /** {@code **} before something else: nothing, or anything that ends in a slash. */
  record Directories() implements Token {
    @Override
    public boolean[] step(String path, boolean[] at) {
      boolean[] next = new boolean[at.length];
      boolean open = false;
      for (int i = 0; i < at.length; i++) {
        next[i] = at[i] || (open && path.charAt(i - 1) == SLASH);
        open |= at[i];
      }
      return next;
    }

    @Override
    public boolean outlasts(String path, boolean[] at) {
      return reached(at);
    }
  }

  /** {@code **} at the end, and at the start of an otherwise plain pattern: anything at all. */
  record Everything() implements Token {
    @Override
    public boolean[] step(String path, boolean[] at) {
      boolean[] next = new boolean[at.length];
      boolean open = false;
      for (int i = 0; i < at.length; i++) {
        open |= at[i];
        next[i] = open;
      }
      return next;
    }

    @Override
    public boolean outlasts(String path, boolean[] at) {
      return reached(at);
    }
  }

  private static boolean reached(boolean[] at) {
    for (boolean position : at) {
      if (position) {
        return true;
      }
    }
    return false;
  }

  static List<Token> joined(List<Token> tokens) {
    List<Token> joined = new ArrayList<>();
    for (Token token : tokens) {
      int last = joined.size() - 1;
      if (token instanceof Text b && last >= 0 && joined.get(last) instanceof Text a) {
        joined.set(last, new Text(a.text() + b.text()));
      } else {
        joined.add(token);
      }
    }
    return List.copyOf(joined);
  }
}
