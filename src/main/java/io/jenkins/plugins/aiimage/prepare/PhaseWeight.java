package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import java.util.Map;
import java.util.Optional;

/**
 * What the layers of a phase weigh: its image without the one that it was built on. BuildKit keeps
 * base images to itself, so that of a stage's first phase may not be known.
 */
record PhaseWeight(Engine engine, ReadRecipe recipe) {

  /**
   * Bytes, unpacked; empty if the engine does not tell.
   *
   * @param images the newest image of each stage before the phase was built, by its index
   */
  Optional<Long> of(Phase phase, String imageId, Map<Integer, String> images) {
    Optional<String> start = PhaseStart.image(recipe, phase, images);
    Optional<Long> before =
        PhaseStart.isScratch(recipe, phase) ? Optional.of(0L) : start.flatMap(this::bytes);
    return before.flatMap(
        base -> bytes(imageId).map(whole -> whole - base).filter(own -> own >= 0));
  }

  private Optional<Long> bytes(String image) {
    try {
      return engine.image(image).map(Engine.LocalImage::bytes);
    } catch (EngineException e) {
      // Whoever needs the engine next says more of it.
      return Optional.empty();
    }
  }
}
