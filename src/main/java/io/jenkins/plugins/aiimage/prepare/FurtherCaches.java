package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registries that are only read. One that does not answer as a registry does, or refuses, is left
 * out for the rest of the run, with a warning.
 */
final class FurtherCaches {
  private final List<RegistryCache> answering;

  FurtherCaches(List<RegistryCache> caches) {
    this.answering = new ArrayList<>(caches);
  }

  /**
   * An image that a further registry has.
   *
   * @param digest of its manifest
   */
  record Elsewhere(RegistryCache cache, String digest) {}

  /** The first that has the tag; those behind it are not asked. */
  Optional<Elsewhere> image(String tag, EventLog events) {
    for (RegistryCache cache : List.copyOf(answering)) {
      String digest = find(cache, List.of(tag), events).get(tag);
      if (digest != null) {
        return Optional.of(new Elsewhere(cache, digest));
      }
    }
    return Optional.empty();
  }

  /** What each has of these tags, in order. */
  Map<RegistryCache, Map<String, String>> all(List<String> tags, EventLog events) {
    Map<RegistryCache, Map<String, String>> found = new LinkedHashMap<>();
    for (RegistryCache cache : List.copyOf(answering)) {
      found.put(cache, find(cache, tags, events));
    }
    return found;
  }

  private Map<String, String> find(RegistryCache cache, List<String> tags, EventLog events) {
    try {
      return cache.find(tags);
    } catch (RegistryException e) {
      answering.remove(cache);
      events.publish(new Event.Warned(e.getMessage() + " Going on without this further registry."));
      return Map.of();
    }
  }
}
