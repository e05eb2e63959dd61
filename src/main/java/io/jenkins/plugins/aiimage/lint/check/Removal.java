package io.jenkins.plugins.aiimage.lint.check;

import java.util.List;

/** Takes a stretch out of a RUN. */
final class Removal {
  private Removal() {}

  /**
   * Nothing where comments would go with it.
   *
   * @param from offset in the script, after what stays
   * @param to offset in the script, after what goes
   */
  static List<Edit> of(Recipe recipe, RunStep run, int from, int to) {
    return ofFile(recipe, run.end(from), run.end(to));
  }

  static List<Edit> ofFile(Recipe recipe, int start, int end) {
    boolean comments = recipe.text().substring(start, end).indexOf('#') >= 0;
    return comments ? List.of() : List.of(new Edit(start, end, ""));
  }
}
