package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.dockerfile.Base;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedStage;
import java.util.Map;
import java.util.Optional;

/** What phases are built on. */
final class PhaseStart {
  private PhaseStart() {}

  /**
   * The image that a phase starts from; empty where that is none, or known to the builder only.
   *
   * @param images the newest image of each stage, by its index
   */
  static Optional<String> image(ReadRecipe recipe, Phase phase, Map<Integer, String> images) {
    if (phase.firstInstruction() > 0) {
      return Optional.ofNullable(images.get(phase.stage()));
    }
    Optional<Base> base = base(recipe, phase);
    if (base.isPresent() && base.get() instanceof Base.ParentStage parent) {
      return Optional.ofNullable(images.get(parent.index()));
    }
    if (base.isPresent() && base.get() instanceof Base.Image image) {
      String name = image.image().reference();
      return Optional.of(recipe.pins().getOrDefault(name, name));
    }
    return Optional.empty();
  }

  /** Whether a phase starts from nothing. */
  static boolean isScratch(ReadRecipe recipe, Phase phase) {
    return phase.firstInstruction() == 0
        && base(recipe, phase).filter(Base.Scratch.class::isInstance).isPresent();
  }

  private static Optional<Base> base(ReadRecipe recipe, Phase phase) {
    return recipe.dockerfile().stages().stream()
        .filter(stage -> stage.index() == phase.stage())
        .map(ResolvedStage::base)
        .findFirst();
  }
}
