package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.cache.EngineCache;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.KnownImages;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.RegistryProblems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the cache what is there. A registry that is down is a warning and the local engine's turn;
 * one that refuses would refuse the result too.
 */
record Lookup(PrepareRequest request, EventLog events, ChosenEngine chosen, KnownImages known) {

  /**
   * What is known before anything is built.
   *
   * @param cache the one that answered
   * @param digest of the image, if it is there
   * @param tags those asked for that exist, with what they point at
   */
  record Found(
      ReadRecipe recipe, ImageCache cache, Optional<String> digest, Map<String, String> tags) {}

  Found image(ReadRecipe recipe, ImageCache cache) throws EngineException, RegistryException {
    try {
      return ask(recipe, cache);
    } catch (RegistryException e) {
      warnUnlessFatal(e);
      return ask(recipe, new EngineCache(chosen, cache.repository()));
    }
  }

  private Found ask(ReadRecipe recipe, ImageCache cache) throws EngineException, RegistryException {
    KeyLookup.Found found =
        new KeyLookup(cache, known).find(recipe.key(), request.destination().tags());
    return new Found(recipe, cache, found.digest(), found.tags());
  }

  /** Names of the phases, but the last, whose image is there. */
  Set<String> phases(Found found) throws EngineException, RegistryException {
    ReadRecipe recipe = found.recipe();
    Map<String, String> names = new HashMap<>();
    for (Phase phase : recipe.phases().subList(0, recipe.phases().size() - 1)) {
      names.put(recipe.tag(phase), phase.name());
    }
    try {
      Set<String> there = new HashSet<>();
      found
          .cache()
          .find(List.copyOf(names.keySet()))
          .keySet()
          .forEach(t -> there.add(names.get(t)));
      return there;
    } catch (RegistryException e) {
      warnUnlessFatal(e);
      return Set.of();
    }
  }

  private void warnUnlessFatal(RegistryException e) throws RegistryException {
    boolean refused = RegistryProblems.of(e) == Problem.REGISTRY_REFUSED;
    if (refused || request.publication().requireRegistry()) {
      throw e;
    }
    events.publish(
        new Event.Warned(e.getMessage() + " Going on without it; nothing will be pushed."));
  }
}
