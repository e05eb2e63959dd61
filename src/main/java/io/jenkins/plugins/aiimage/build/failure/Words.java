package io.jenkins.plugins.aiimage.build.failure;

import java.util.Optional;

/** Words as programs print them. */
final class Words {
  private static final String AROUND = "'\"`<>()[]{},;:.‘’";

  private Words() {}

  /** Without the quotes, brackets and stops around it; empty if nothing is left. */
  static Optional<String> bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && AROUND.indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && AROUND.indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    return from == to ? Optional.empty() : Optional.of(word.substring(from, to));
  }
}
