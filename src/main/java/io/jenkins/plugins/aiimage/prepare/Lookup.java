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
import io.jenkins.plugins.aiimage.report.PrepareEvent;
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
      Optional<FurtherCaches.Elsewhere> elsewhere) {

    /** The same, with what a further registry has. */
    Found with(Optional<FurtherCaches.Elsewhere> there) {
      return new Found(recipe, cache, digest, tags, there);
    }

    /** That what the run is to make is there. */
    Event told(String foundDigest) {
      return recipe.partial()
          ? BuildPlan.done(recipe).told()
          : new PrepareEvent.ImageFound(recipe.key(), foundDigest);
    }
  }

  Found image(ReadRecipe recipe, ImageCache cache) throws EngineException, RegistryException {
    Found first = first(recipe, cache);
    if (first.digest().isPresent() || request.force()) {
      return first;
    }
    Found there = first.with(further.image(recipe.tag(), events));
    return recipe.partial() && there.elsewhere().isEmpty()
        ? new LaterPhases(this).instead(first)
        : there;
  }

  /** The same once more, after another run may have changed it. */
  Found again(Found before) throws EngineException, RegistryException {
    return first(before.recipe(), before.cache()).with(before.elsewhere());
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
    if (recipe.partial()) {
      String phase = recipe.tag(recipe.goal());
      Map<String, String> there = cache.find(List.of(phase, recipe.tag()));
      String digest = there.getOrDefault(phase, there.get(recipe.tag()));
      return new Found(recipe, cache, Optional.ofNullable(digest), Map.of(), Optional.empty());
    }
    KeyLookup.Found found =
        new KeyLookup(cache, known).find(recipe.key(), request.destination().tags());
    return new Found(recipe, cache, found.digest(), found.tags(), Optional.empty());
  }

  /** The caches that have the image of a phase. */
  PhaseSources phases(Found found) throws EngineException, RegistryException {
    ReadRecipe recipe = found.recipe();
    Map<String, String> names = new HashMap<>();
    for (Phase phase : recipe.phases()) {
      names.put(recipe.tag(phase), phase.name());
    }
    List<String> tags = List.copyOf(names.keySet());
    List<PhaseSources.Answer> answers = new ArrayList<>();
    try {
      answers.add(answer(found.cache(), found.cache().find(tags), names));
    } catch (RegistryException e) {
      new RegistryTrouble(request, events).warn(e, "Its phases count as missing.");
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
