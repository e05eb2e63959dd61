package io.jenkins.plugins.aiimage.start.compose;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a command line into words and puts words back together, by the rules of a POSIX shell.
 */
public final class ShellWords {
  private ShellWords() {}

  /** The words; quotes and backslashes count, and nothing is expanded. */
  static List<String> split(String text, int line) throws ComposeException {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quote == '\'' ? c == '\'' : quote == '"' && c == '"') {
        quote = 0;
      } else if (c == '\\' && quote != '\'' && at + 1 < text.length()) {
        char next = text.charAt(++at);
        if (quote == '"' && next != '"' && next != '\\') {
          word.append(c);
        }
        word.append(next);
        inWord = true;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw new ComposeException(line, "a quote is not closed");
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  /** A command line that a shell divides into these words. */
  public static String quoted(List<String> words) {
    List<String> quoted = new ArrayList<>();
    words.forEach(word -> quoted.add("'" + word.replace("'", "'\\''") + "'"));
    return String.join(" ", quoted);
  }
}
