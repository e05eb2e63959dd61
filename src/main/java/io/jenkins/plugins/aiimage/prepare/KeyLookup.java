package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.KnownImages;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks one cache for one key. */
record KeyLookup(ImageCache cache, KnownImages known) {

  /**
   * What is there.
   *
   * @param digest of what the key stands for, if it is there
   * @param tags those asked for that exist, with what they point at
   */
  record Found(Optional<String> digest, Map<String, String> tags) {}

  /** One round trip: a tag that points at what the key is known to stand for answers for it. */
  Found find(String key, List<String> tags) throws EngineException, RegistryException {
    Optional<String> remembered = known.digest(cache, key);
    if (remembered.isPresent()) {
      Map<String, String> found = cache.find(tags);
      if (found.containsValue(remembered.get())) {
        return new Found(remembered, found);
      }
    }
    String keyTag = CacheTags.of(key);
    List<String> asked = new ArrayList<>(List.of(keyTag));
    asked.addAll(tags);
    Map<String, String> found = new HashMap<>(cache.find(asked));
    Optional<String> digest = Optional.ofNullable(found.remove(keyTag));
    digest.ifPresent(there -> known.remember(cache, key, there));
    return new Found(digest, found);
  }
}
