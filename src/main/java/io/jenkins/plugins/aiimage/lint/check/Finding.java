package io.jenkins.plugins.aiimage.lint.check;

import java.util.List;

/**
 * Something that a rule found.
 *
 * @param line 1-based
 * @param message one sentence: what is wrong here
 * @param edits that mend it; empty where that is not safe
 */
public record Finding(Rule rule, int line, String message, List<Edit> edits) {
  public Finding {
    edits = List.copyOf(edits);
  }

  static Finding of(Rule rule, int line, String message) {
    return new Finding(rule, line, message, List.of());
  }
}
