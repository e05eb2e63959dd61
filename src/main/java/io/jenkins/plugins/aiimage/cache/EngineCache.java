package io.jenkins.plugins.aiimage.cache;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The local engine's own image store. An image's digest is its id here. */
public record EngineCache(ChosenEngine chosen, String repository) implements ImageCache {
  @Override
  public String words() {
    return "local engine";
  }

  @Override
  public Map<String, String> find(List<String> tags) throws EngineException {
    List<String> names = tags.stream().map(this::tagged).toList();
    Map<String, Engine.LocalImage> images = chosen.engine().images(names);
    Map<String, String> found = new HashMap<>();
    for (String tag : tags) {
      Engine.LocalImage image = images.get(tagged(tag));
      if (image != null) {
        found.put(tag, image.id());
      }
    }
    return found;
  }

  @Override
  public String reference(String digest) {
    return digest;
  }

  @Override
  public void tag(String digest, String tag) throws EngineException {
    chosen.engine().tag(digest, tagged(tag));
  }
}
