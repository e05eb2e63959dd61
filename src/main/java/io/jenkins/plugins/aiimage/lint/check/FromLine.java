package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Span;

/** The place right below the FROM of a stage. */
final class FromLine {
  private FromLine() {}

  /** An ENV there. */
  static Edit below(Recipe recipe, StageView stage, String assignments) {
    Span from = stage.stage().from().span();
    String lineEnd = Text.lineEnd(recipe.text());
    boolean ended = from.of(recipe.text()).endsWith("\n");
    String env = "ENV " + assignments;
    return new Edit(from.end(), from.end(), ended ? env + lineEnd : lineEnd + env);
  }
}
