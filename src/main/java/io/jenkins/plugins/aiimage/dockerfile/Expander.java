package io.jenkins.plugins.aiimage.dockerfile;

import java.util.Optional;

/**
 * Replaces variables and removes quotes and escapes in one word, by the rules of BuildKit's shell
 * lexer.
 */
final class Expander {
  private static final int END = -1;

  private final String word;
  private final char escape;
  private final Scope scope;
  private int position;
  private boolean unknown;

  private Expander(String word, char escape, Scope scope) {
    this.word = word;
    this.escape = escape;
    this.scope = scope;
  }

  /** The word's value; empty when it depends on a variable that is unknown. */
  static Optional<String> expand(String word, char escape, Scope scope) throws BadSubstitution {
    Expander expander = new Expander(word, escape, scope);
    String value = expander.until(END);
    return expander.unknown ? Optional.empty() : Optional.of(value);
  }

  private int peek() {
    return position < word.length() ? word.charAt(position) : END;
  }

  /** Reads up to {@code stop}, which is consumed. */
  private String until(int stop) throws BadSubstitution {
    StringBuilder value = new StringBuilder();
    while (position < word.length()) {
      char c = word.charAt(position++);
      if (c == stop) {
        return value.toString();
      } else if (c == '\'') {
        singleQuoted(value);
      } else if (c == '"') {
        doubleQuoted(value);
      } else if (c == '$') {
        value.append(variable());
      } else if (c != escape) {
        value.append(c);
      } else if (position < word.length()) {
        value.append(word.charAt(position++));
      }
    }
    if (stop != END) {
      throw new BadSubstitution("the closing " + (char) stop + " is missing; add it");
    }
    return value.toString();
  }

  private void singleQuoted(StringBuilder value) throws BadSubstitution {
    int end = word.indexOf('\'', position);
    if (end < 0) {
      throw new BadSubstitution("the closing ' is missing; add it");
    }
    value.append(word, position, end);
    position = end + 1;
  }

  private void doubleQuoted(StringBuilder value) throws BadSubstitution {
    while (position < word.length()) {
      char c = word.charAt(position++);
      if (c == '"') {
        return;
      } else if (c == '$') {
        value.append(variable());
      } else if (c != escape) {
        value.append(c);
      } else if (position < word.length()) {
        int next = peek();
        boolean escaped = next == '"' || next == '$' || next == escape;
        value.append(escaped ? word.charAt(position++) : c);
      }
    }
    throw new BadSubstitution("the closing \" is missing; add it");
  }

  private String variable() throws BadSubstitution {
    if (peek() == '{') {
      position++;
      return braced();
    }
    String name = name();
    return name.isEmpty() ? "$" : lookUp(name).orElse("");
  }

  private String braced() throws BadSubstitution {
    String name = name();
    int operator = peek();
    if (name.isEmpty() || operator == END) {
      throw new BadSubstitution("${ is followed by no name or by no }; write ${NAME}");
    }
    position++;
    if (operator == '}') {
      return lookUp(name).orElse("");
    }
    boolean emptyIsUnset = operator == ':';
    if (emptyIsUnset) {
      operator = peek();
      position++;
    }
    if (operator == '#' || operator == '%' || operator == '/') {
      return pattern();
    }
    String alternative = until('}');
    Optional<String> value = lookUp(name).filter(set -> !(emptyIsUnset && set.isEmpty()));
    return switch (operator) {
      case '-' -> value.orElse(alternative);
      case '+' -> value.isPresent() ? alternative : "";
      case '?' -> required(name, value, alternative);
      default ->
          throw new BadSubstitution(
              "${" + name + (char) operator + "…} is no expansion Docker knows; use :-, :+ or :?");
    };
  }

  /** Removing and replacing by pattern is new in Docker and seldom used: left to the builder. */
  private String pattern() throws BadSubstitution {
    unknown = true;
    until('}');
    return "";
  }

  private String required(String name, Optional<String> value, String message)
      throws BadSubstitution {
    if (value.isEmpty() && !unknown) {
      throw new BadSubstitution(
          "the variable " + name + " must be set" + (message.isEmpty() ? "" : ": " + message));
    }
    return value.orElse("");
  }

  private Optional<String> lookUp(String name) {
    if (scope.isUnknown(name)) {
      unknown = true;
    }
    return scope.value(name);
  }

  private String name() {
    int start = position;
    if (position < word.length() && "@*#?-$!".indexOf(peek()) >= 0) {
      position++;
    } else {
      boolean digits = isDigit(peek());
      while (digits ? isDigit(peek()) : isNamePart(peek())) {
        position++;
      }
    }
    return word.substring(start, position);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(int c) {
    return c != END && (Character.isLetterOrDigit(c) || c == '_');
  }
}
