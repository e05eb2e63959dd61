package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.Engine;
import io.jenkins.plugins.aiimage.build.EngineException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The local engine's own image store. An image's digest is its id here. */
record EngineCache(Engines engines, String repository) implements ImageCache {
  @Override
  public String words() {
    return "local engine";
  }

  @Override
  public Map<String, String> find(List<String> tags) throws EngineException {
    Map<String, String> found = new HashMap<>();
    for (String tag : tags) {
      Optional<Engine.LocalImage> image = engines.any().image(tagged(tag));
      image.ifPresent(present -> found.put(tag, present.id()));
    }
    return found;
  }

  @Override
  public String reference(String digest) {
    return digest;
  }

  @Override
  public void tag(String digest, String tag) throws EngineException {
    engines.any().tag(digest, tagged(tag));
  }
}
