package io.jenkins.plugins.aiimage.lint.shell;

/** Finds where a word ends: quotes, escapes and substitutions belong to it as a whole. */
final class WordEnd {
  // No script of a person is as deep; what is deeper counts as never closed.
  private static final int DEEPEST = 50;

  private final String script;
  private int depth;

  WordEnd(String script) {
    this.script = script;
  }

  /** Offset after the word at {@code start}; beyond the script where a quote has no end. */
  int after(int start) {
    int i = start;
    while (i < script.length() && " \t\n;&|<>()".indexOf(script.charAt(i)) < 0) {
      i = afterPart(i);
    }
    return i;
  }

  private int afterPart(int i) {
    depth++;
    int after = depth > DEEPEST ? none() : afterPartInside(i);
    depth--;
    return after;
  }

  private int afterPartInside(int i) {
    return switch (script.charAt(i)) {
      case '\'' -> afterNext('\'', i + 1);
      case '"' -> afterDoubleQuote(i + 1);
      case '`' -> afterBackquote(i + 1);
      case '\\' -> i + 1 < script.length() ? i + 2 : i + 1;
      case '$' -> afterDollar(i);
      default -> i + 1;
    };
  }

  private int none() {
    return script.length() + 1;
  }

  private int afterNext(char c, int from) {
    int end = script.indexOf(c, from);
    return end < 0 ? none() : end + 1;
  }

  private int afterDoubleQuote(int from) {
    int i = from;
    while (i < script.length()) {
      char c = script.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      i = c == '\'' ? i + 1 : afterPart(i);
    }
    return none();
  }

  private int afterBackquote(int from) {
    for (int i = from; i < script.length(); i++) {
      char c = script.charAt(i);
      if (c == '`') {
        return i + 1;
      }
      i += c == '\\' ? 1 : 0;
    }
    return none();
  }

  private int afterDollar(int i) {
    if (script.startsWith("(", i + 1)) {
      return afterBracket('(', ')', i + 1);
    }
    return script.startsWith("{", i + 1) ? afterBracket('{', '}', i + 1) : i + 1;
  }

  private int afterBracket(char open, char close, int from) {
    int depth = 0;
    int i = from;
    while (i < script.length()) {
      char c = script.charAt(i);
      depth += c == open ? 1 : c == close ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
      // A dollar needs no care of its own: its bracket is counted.
      i = c == '$' || c == '`' ? i + 1 : afterPart(i);
    }
    return none();
  }
}
