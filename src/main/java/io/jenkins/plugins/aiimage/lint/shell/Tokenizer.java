package io.jenkins.plugins.aiimage.lint.shell;

import io.jenkins.plugins.aiimage.lint.shell.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits a script by the rules of POSIX, section 2.3, with the redirections of bash. */
final class Tokenizer {
  // Longer ones first.
  private static final List<String> REDIRECTIONS =
      List.of("&>>", "<<<", "<<-", "&>", ">>", ">&", ">|", "<<", "<&", "<>", ">", "<");
  private static final List<String> OPERATORS =
      List.of("&&", "||", ";;", "|&", ";", "|", "&", "(", ")", "\n");

  private final String script;
  private final List<Token> tokens = new ArrayList<>();
  private boolean closed = true;
  private int position;

  private Tokenizer(String script) {
    this.script = script;
  }

  /**
   * What was read.
   *
   * @param closed false where a quote or a bracket has no end
   */
  record Tokens(List<Token> list, boolean closed) {}

  static Tokens of(String script) {
    Tokenizer tokenizer = new Tokenizer(script);
    while (tokenizer.skipBlanks()) {
      tokenizer.take();
    }
    return new Tokens(List.copyOf(tokenizer.tokens), tokenizer.closed);
  }

  /** False at the end. */
  private boolean skipBlanks() {
    while (position < script.length()) {
      if (" \t".indexOf(script.charAt(position)) >= 0) {
        position++;
      } else if (script.startsWith("\\\n", position)) {
        position += 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private void take() {
    int start = position;
    if (script.charAt(start) == '#') {
      int end = script.indexOf('\n', start);
      add(Kind.COMMENT, start, end < 0 ? script.length() : end);
    } else if (!takeOneOf(REDIRECTIONS, Kind.REDIRECTION, start)
        && !takeOneOf(OPERATORS, Kind.OPERATOR, start)) {
      position = new WordEnd(script).after(start);
      closed &= position <= script.length();
      position = Math.min(position, script.length());
      boolean number = script.substring(start, position).chars().allMatch(Character::isDigit);
      if (!number || !takeOneOf(REDIRECTIONS, Kind.REDIRECTION, start)) {
        add(Kind.WORD, start, position);
      }
    }
  }

  private boolean takeOneOf(List<String> texts, Kind kind, int start) {
    for (String text : texts) {
      if (script.startsWith(text, position)) {
        add(kind, start, position + text.length());
        return true;
      }
    }
    return false;
  }

  private void add(Kind kind, int start, int end) {
    tokens.add(new Token(kind, script.substring(start, end), start, end));
    position = end;
  }
}
