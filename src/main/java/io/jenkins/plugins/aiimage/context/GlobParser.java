package io.jenkins.plugins.aiimage.context;

import java.util.ArrayList;
import java.util.List;

/** Reads a pattern; what Go's {@code filepath.Match} calls malformed is an error here too. */
final class GlobParser {
  private final String pattern;
  private final boolean crossing;
  private int at;

  GlobParser(String pattern, boolean crossing) {
    this.pattern = pattern;
    this.crossing = crossing;
  }

  /**
   * @throws IllegalArgumentException with what is wrong, as the end of a sentence
   */
  List<Glob.Token> tokens() {
    List<Glob.Token> tokens = new ArrayList<>();
    while (at < pattern.length()) {
      int start = at;
      int c = next();
      switch (c) {
        case '*' -> tokens.add(crossing && take('*') ? crossing(start) : new Glob.Star());
        case '?' -> tokens.add(Glob.One.ANY_BUT_SLASH);
        case '[' -> tokens.add(one());
        case '\\' -> tokens.add(new Glob.Text(Character.toString(escaped())));
        default -> tokens.add(new Glob.Text(Character.toString(c)));
      }
    }
    return tokens.isEmpty() ? List.of(new Glob.Text("")) : Glob.joined(tokens);
  }

  private Glob.Token crossing(int start) {
    boolean slash = take('/');
    if (at == pattern.length()) {
      return new Glob.Everything();
    }
    // The matcher compares ends when a leading ** is followed by plain text: **f matches a/xf.
    return start == 0 && !slash && isPlain(at) ? new Glob.Everything() : new Glob.Directories();
  }

  private boolean isPlain(int from) {
    for (int i = from; i < pattern.length(); i++) {
      if ("*?[]\\".indexOf(pattern.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private Glob.One one() {
    boolean negated = take('^');
    List<int[]> ranges = new ArrayList<>();
    while (ranges.isEmpty() || !take(']')) {
      int low = bound();
      int high = take('-') ? bound() : low;
      if (high < low) {
        throw new IllegalArgumentException("has a range that runs backwards");
      }
      ranges.add(new int[] {low, high});
    }
    return new Glob.One(negated, List.copyOf(ranges));
  }

  private int bound() {
    if (at == pattern.length()) {
      throw new IllegalArgumentException("has a [ without its ]");
    }
    int c = next();
    if (c == '-' || c == ']') {
      throw new IllegalArgumentException("has an empty or incomplete [ ]");
    }
    return c == '\\' ? escaped() : c;
  }

  private int escaped() {
    if (at == pattern.length()) {
      throw new IllegalArgumentException("ends in a backslash that escapes nothing");
    }
    return next();
  }

  private int next() {
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private boolean take(char wanted) {
    if (at < pattern.length() && pattern.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }
}
