package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cache has the image of which phase, by the phase's name. Of several that have the same, the
 * one that was asked first.
 */
record PhaseSources(Map<String, ImageCache> byPhase) {
  static final PhaseSources NONE = new PhaseSources(Map.of());

  PhaseSources {
    byPhase = Map.copyOf(byPhase);
  }

  /** What one cache has. */
  record Answer(ImageCache cache, Set<String> phases) {}

  /** Puts answers together, in the order in which the caches are preferred. */
  static PhaseSources of(List<Answer> answers) {
    Map<String, ImageCache> first = new LinkedHashMap<>();
    for (Answer answer : answers) {
      for (String phase : answer.phases()) {
        first.putIfAbsent(phase, answer.cache());
      }
    }
    return new PhaseSources(first);
  }

  /** The phases that any cache has. */
  Set<String> available() {
    return byPhase.keySet();
  }

  /** Where the image of an available phase is. */
  ImageCache of(Phase phase) {
    return byPhase.get(phase.name());
  }

  /** The image of a phase that is available. */
  String image(ReadRecipe recipe, Phase phase) {
    return of(phase).tagged(recipe.tag(phase));
  }

  /** What of these phases comes from another cache than that one, in words, by cache. */
  Map<String, List<String>> elsewhere(List<Phase> phases, ImageCache usual) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Phase phase : phases) {
      ImageCache source = byPhase.get(phase.name());
      if (source != null && !source.equals(usual)) {
        names.computeIfAbsent(source.words(), words -> new ArrayList<>()).add(phase.name());
      }
    }
    return names;
  }
}
