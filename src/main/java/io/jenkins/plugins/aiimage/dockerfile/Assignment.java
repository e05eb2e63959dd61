package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name and, if given, the value of an ARG or ENV, as written: not yet expanded.
 *
 * @param name never empty
 */
public record Assignment(String name, Optional<String> value) {
  /**
   * What an ARG or ENV assigns.
   *
   * @param escape of the file
   * @throws DockerfileException when Docker would refuse it
   */
  public static List<Assignment> of(Instruction instruction, char escape) {
    String arguments = instruction.arguments();
    List<String> words = words(arguments, escape);
    boolean environment = instruction.keyword() == Keyword.ENV;
    if (environment && words.get(0).indexOf('=') < 0) {
      return List.of(oldForm(instruction));
    }
    List<Assignment> assignments = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals == 0 || (environment && equals < 0)) {
        throw new DockerfileException(
            instruction.line(), word + " is no assignment; write it as NAME=value");
      }
      assignments.add(
          equals < 0
              ? new Assignment(word, Optional.empty())
              : new Assignment(word.substring(0, equals), Optional.of(word.substring(equals + 1))));
    }
    return assignments;
  }

  /** {@code ENV NAME value with blanks}. */
  private static Assignment oldForm(Instruction instruction) {
    LogicalText text = instruction.argumentText();
    int end = text.endOfWord();
    String value = text.from(end).trim().toString();
    if (value.isEmpty()) {
      throw new DockerfileException(
          instruction.line(), "ENV " + text + " has no value; write ENV " + text + "=value");
    }
    return new Assignment(text.part(0, end).toString(), Optional.of(value));
  }

  /** Words between blanks that are neither quoted nor escaped; quotes and escapes stay. */
  private static List<String> words(String text, char escape) {
    List<String> words = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && LogicalText.isBlank(c)) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      } else if (c == escape && quote != '\'') {
        i++;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }
}
