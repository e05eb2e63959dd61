package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import java.util.List;
import java.util.Optional;

/**
 * For a run that stops after a phase whose image is not where it belongs: whether the whole run
 * would build it. Where a later one is there it would not, and neither does this one.
 */
record LaterPhases(Lookup lookup) {

  /** The same with what makes the phase needless, if anything does. */
  Lookup.Found instead(Lookup.Found missing) throws EngineException, RegistryException {
    ReadRecipe recipe = missing.recipe();
    PhaseSources sources = lookup.phases(missing);
    BuildPlan whole = BuildPlan.of(recipe.dockerfile(), recipe.phases(), sources.available());
    if (whole.toBuild().contains(recipe.goal())) {
      return missing;
    }
    Phase held =
        sources.available().contains(recipe.goal().name())
            ? recipe.goal()
            : whole.cached().get(whole.cached().size() - 1);
    ImageCache cache = sources.of(held);
    String tag = recipe.tag(held);
    Optional<String> digest = digest(cache, tag);
    return cache instanceof RegistryCache registry && !cache.equals(missing.cache())
        ? missing.with(digest.map(there -> new FurtherCaches.Elsewhere(registry, there)))
        : new Lookup.Found(recipe, missing.cache(), digest, missing.tags(), Optional.empty());
  }

  /** A registry that has stopped to answer has nothing: whoever builds tells of it. */
  private static Optional<String> digest(ImageCache cache, String tag) throws EngineException {
    try {
      return Optional.ofNullable(cache.find(List.of(tag)).get(tag));
    } catch (RegistryException e) {
      return Optional.empty();
    }
  }
}
