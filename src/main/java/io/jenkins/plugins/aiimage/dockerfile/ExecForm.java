package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a JSON array of strings; anything else is no exec form. */
final class ExecForm {
  private static final int END = -1;

  private final String text;
  private int position;

  private ExecForm(String text) {
    this.text = text;
  }

  static Optional<List<String>> of(String text) {
    return new ExecForm(text).read();
  }

  private Optional<List<String>> read() {
    List<String> words = new ArrayList<>();
    if (next() != '[') {
      return Optional.empty();
    }
    int c = next();
    while (c == '"') {
      Optional<String> word = string();
      if (word.isEmpty()) {
        return Optional.empty();
      }
      words.add(word.get());
      c = next();
      if (c == ',') {
        c = next();
        if (c != '"') {
          return Optional.empty();
        }
      } else if (c != ']') {
        return Optional.empty();
      }
    }
    return c == ']' && next() == END ? Optional.of(words) : Optional.empty();
  }

  /** The next character that is no JSON blank. */
  private int next() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return position < text.length() ? text.charAt(position++) : END;
  }

  private Optional<String> string() {
    StringBuilder word = new StringBuilder();
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '"') {
        return Optional.of(word.toString());
      }
      if (c < ' ') {
        return Optional.empty();
      }
      int decoded = c == '\\' ? escaped() : c;
      if (decoded == END) {
        return Optional.empty();
      }
      word.append((char) decoded);
    }
    return Optional.empty();
  }

  private int escaped() {
    char c = position < text.length() ? text.charAt(position++) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> END;
    };
  }

  private int unicode() {
    if (position + 4 > text.length()) {
      return END;
    }
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(position++), 16);
      if (digit < 0) {
        return END;
      }
      value = 16 * value + digit;
    }
    return value;
  }
}
