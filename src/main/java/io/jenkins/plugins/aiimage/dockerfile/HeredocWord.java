package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** {@code <<EOF} as it stands in an instruction: the promise of a heredoc on the next lines. */
record HeredocWord(String name, boolean stripTabs, boolean expand) {
  /** The heredocs an instruction line announces, in order; none if its quotes do not match. */
  static List<HeredocWord> in(String line) {
    List<HeredocWord> found = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : ' ';
      if (quote == 0 && LogicalText.isBlank(c)) {
        add(line.substring(Math.min(start, i), i), found);
        start = i + 1;
      } else if (c == '\\' && quote != '\'') {
        i++;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    if (quote != 0) {
      return List.of();
    }
    if (start < line.length()) {
      add(line.substring(start), found);
    }
    return found;
  }

  private static void add(String word, List<HeredocWord> found) {
    int arrows = 0;
    while (arrows < word.length() && Character.isDigit(word.charAt(arrows))) {
      arrows++;
    }
    if (!word.startsWith("<<", arrows)) {
      return;
    }
    int start = arrows + 2;
    boolean stripTabs = word.startsWith("-", start);
    if (stripTabs) {
      start++;
    }
    String raw = word.substring(start);
    String name = withoutQuotes(raw);
    if (!name.isEmpty() && raw.indexOf('<') < 0) {
      found.add(new HeredocWord(name, stripTabs, raw.indexOf('"') < 0 && raw.indexOf('\'') < 0));
    }
  }

  private static String withoutQuotes(String raw) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && i + 1 < raw.length()) {
        name.append(raw.charAt(++i));
      } else if (c != '"' && c != '\'' && c != '\\') {
        name.append(c);
      }
    }
    return name.toString();
  }
}
