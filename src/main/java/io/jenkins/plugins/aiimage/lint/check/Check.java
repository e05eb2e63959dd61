package io.jenkins.plugins.aiimage.lint.check;

import java.util.List;

/** Looks for what one rule is about. */
@FunctionalInterface
interface Check {
  List<Finding> findings(Recipe recipe);
}
