package io.jenkins.plugins.aiimage.cache;

import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.util.Optional;

/**
 * Which digest a registry gave for a key, as this machine saw it. The digest of a key's image means
 * that content for ever, so a tag that points at it answers for the key too, and a hit is one
 * request.
 */
public record KnownImages(StateFolder state) {
  private static final String FOLDER = "images";

  public Optional<String> digest(ImageCache cache, String key) {
    return cache instanceof RegistryCache
        ? state
            .read(FOLDER, key)
            .map(text -> text.strip().split(" ", 2))
            .filter(words -> words.length == 2 && words[1].equals(cache.repository()))
            .map(words -> words[0])
        : Optional.empty();
  }

  public void remember(ImageCache cache, String key, String digest) {
    if (cache instanceof RegistryCache && !digest(cache, key).equals(Optional.of(digest))) {
      state.write(FOLDER, key, digest + " " + cache.repository());
    }
  }
}
