package io.jenkins.plugins.aiimage.report.html;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements. Every text and every attribute's value passes {@link Visible} and is escaped;
 * only names of elements and attributes and {@link #markup} are taken as they are.
 */
final class Html {
  /** How much is shown of texts of unknown length, in UTF-16 units. */
  static final int NAME = 80;

  static final int REFERENCE = 300;
  static final int PARAGRAPH = 600;
  private static final int TITLE = 2000;

  private final StringBuilder out = new StringBuilder(1 << 14);
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param attributes names and values by turns
   */
  Html open(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    open.push(element);
    return this;
  }

  /** Ends the innermost open element. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  Html text(String text) {
    escape(text);
    return this;
  }

  /** Text of any length, cut at the limit; a longer one can be read in its title. */
  Html brief(String text, int limit) {
    if (text.length() <= limit) {
      return text(text);
    }
    return element("span", cut(text, limit), "title", cut(text, TITLE));
  }

  /** Constants of this program and numbers, never a word of a run. */
  Html markup(String constant) {
    out.append(constant);
    return this;
  }

  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(limit - 1));
    return text.substring(0, splitsPair ? limit - 1 : limit) + "…";
  }

  private void escape(String text) {
    String visible = Visible.of(text);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
