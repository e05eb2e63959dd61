package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.dockerfile.HeavyPackages;

/**
 * A list of packages in two: what is heavy or about machine learning, and all else. Options stand
 * in both, a list that is named in the first, and comments with what is below them.
 *
 * @param base empty if there would be nothing in it, as of the other
 */
record RequirementsSplit(String base, String ml) {
  static RequirementsSplit of(RequirementsFile file) {
    StringBuilder base = new StringBuilder();
    StringBuilder ml = new StringBuilder();
    boolean anyBase = false;
    boolean anyMl = false;
    for (RequirementsFile.Block block : file.blocks()) {
      String text = block.text().endsWith("\n") ? block.text() : block.text() + "\n";
      boolean heavy =
          block
              .requirement()
              .filter(each -> HeavyPackages.weight(each.name()).isPresent())
              .isPresent();
      boolean list =
          block.content().startsWith("-r") || block.content().startsWith("--requirement");
      if (heavy) {
        ml.append(text);
        anyMl = true;
      } else {
        base.append(block.text().isEmpty() ? "" : text);
        boolean option = block.isOption() && !list && !block.content().startsWith("-e");
        ml.append(option ? text : "");
        anyBase |= !option && !block.content().isEmpty();
      }
    }
    return new RequirementsSplit(anyBase ? base.toString() : "", anyMl ? ml.toString() : "");
  }

  /** Whether each part has something. */
  boolean divides() {
    return !base.isEmpty() && !ml.isEmpty();
  }
}
