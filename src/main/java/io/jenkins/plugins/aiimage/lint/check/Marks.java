package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Stage;

/** The marks of phases. */
final class Marks {
  private Marks() {}

  /** Whether a stage has any. */
  static boolean in(Recipe recipe, StageView view) {
    Stage stage = view.stage();
    return recipe.dockerfile().comments().stream()
        .anyMatch(
            comment ->
                comment.text().startsWith("phase:")
                    && comment.start() >= stage.from().span().end()
                    && comment.start() < stage.end());
  }
}
