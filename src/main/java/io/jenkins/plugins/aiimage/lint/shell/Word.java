package io.jenkins.plugins.aiimage.lint.shell;

/**
 * A word of a command.
 *
 * @param text as written
 * @param value without quotes and escapes; nothing is expanded
 * @param start offset in the script
 * @param end offset after it
 */
public record Word(String text, String value, int start, int end) {
  static Word of(Token token) {
    return new Word(token.text(), unquoted(token.text()), token.start(), token.end());
  }

  private static String unquoted(String text) {
    StringBuilder value = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean more = i + 1 < text.length();
      if (quote == '\'') {
        quote = append(value, c, '\'', quote);
      } else if (c == '\\' && more && (quote == 0 || "$`\"\\\n".indexOf(text.charAt(i + 1)) >= 0)) {
        i++;
        value.append(text.charAt(i) == '\n' ? "" : text.charAt(i));
      } else if (quote == '"') {
        quote = append(value, c, '"', quote);
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  /** Within a quote: its end is no part of the value. */
  private static char append(StringBuilder value, char c, char end, char quote) {
    if (c == end) {
      return 0;
    }
    value.append(c);
    return quote;
  }
}
