package io.jenkins.plugins.aiimage.lint.check;

import java.util.Map;

/** Values of variables, as far as they can be known. */
final class Values {
  private Values() {}

  static String unquoted(String value) {
    int last = value.length() - 1;
    boolean quoted =
        last > 0 && "\"'".indexOf(value.charAt(0)) >= 0 && value.charAt(0) == value.charAt(last);
    return quoted ? value.substring(1, last) : value;
  }

  /** The value of a word that is just {@code $NAME} or {@code ${NAME}}; other words as they are. */
  static String expanded(String word, Map<String, String> variables) {
    if (!word.startsWith("$")) {
      return word;
    }
    boolean braces = word.startsWith("${") && word.endsWith("}");
    String name = braces ? word.substring(2, word.length() - 1) : word.substring(1);
    return variables.getOrDefault(name, word);
  }
}
