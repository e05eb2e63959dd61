package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.cache.EngineCache;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.KnownImages;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.EventLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the caches what is there. A first registry that is down is a warning and the local engine's
 * turn; one that refuses would refuse the result too.
 */
record Lookup(
    PrepareRequest request,
    EventLog events,
    ChosenEngine chosen,
    KnownImages known,
    FurtherCaches further) {

  /**
   * What is known before anything is built.
   *
   * @param cache the first one, or what stands for it where it does not answer
   * @param digest of the image, if it is there
   * @param tags those asked for that exist, with what they point at
   * @param elsewhere a further registry that has the image, where the first one lacks it
   */
  record Found(
      ReadRecipe recipe,
      ImageCache cache,
      Optional<String> digest,
      Map<String, String> tags,
      Optional<FurtherCaches.Elsewhere> elsewhere) {}

  Found image(ReadRecipe recipe, ImageCache cache) throws EngineException, RegistryException {
    Found first = first(recipe, cache);
    return first.digest().isPresent() || request.force()
        ? first
        : with(first, further.image(recipe.tag(recipe.last()), events));
  }

  /** The same once more, after another run may have changed it. */
  Found again(Found before) throws EngineException, RegistryException {
    return with(first(before.recipe(), before.cache()), before.elsewhere());
  }

  private static Found with(Found first, Optional<FurtherCaches.Elsewhere> elsewhere) {
    return new Found(first.recipe(), first.cache(), first.digest(), first.tags(), elsewhere);
  }

  private Found first(ReadRecipe recipe, ImageCache cache)
      throws EngineException, RegistryException {
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
    return new Found(recipe, cache, found.digest(), found.tags(), Optional.empty());
  }

  /** The caches that have the image of a phase other than the last. */
  PhaseSources phases(Found found) throws EngineException, RegistryException {
    ReadRecipe recipe = found.recipe();
    Map<String, String> names = new HashMap<>();
    for (Phase phase : recipe.phases().subList(0, recipe.phases().size() - 1)) {
      names.put(recipe.tag(phase), phase.name());
    }
    if (names.isEmpty()) {
      return PhaseSources.NONE;
    }
    List<String> tags = List.copyOf(names.keySet());
    List<PhaseSources.Answer> answers = new ArrayList<>();
    try {
      answers.add(answer(found.cache(), found.cache().find(tags), names));
    } catch (RegistryException e) {
      warnUnlessFatal(e);
    }
    further.all(tags, events).forEach((cache, there) -> answers.add(answer(cache, there, names)));
    return PhaseSources.of(answers);
  }

  private static PhaseSources.Answer answer(
      ImageCache cache, Map<String, String> there, Map<String, String> names) {
    Set<String> phases = new HashSet<>();
    there.keySet().forEach(tag -> phases.add(names.get(tag)));
    return new PhaseSources.Answer(cache, phases);
  }

  private void warnUnlessFatal(RegistryException e) throws RegistryException {
    new RegistryTrouble(request, events).warn(e, "Going on without it; nothing will be pushed.");
  }
}
