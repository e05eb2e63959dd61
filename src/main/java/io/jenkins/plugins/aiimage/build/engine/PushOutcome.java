package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.registry.Digest;
import java.util.Optional;

/** How a push ended. */
public sealed interface PushOutcome {

  /**
   * The image is in the registry.
   *
   * @param digest of its manifest, if the engine told it
   * @param sentBytes of the layers that were sent, unpacked; empty if the engine does not count
   * @param layers empty if the engine does not say what became of them
   */
  record Arrived(Optional<Digest> digest, Optional<Long> sentBytes, Optional<Layers> layers)
      implements PushOutcome {}

  /**
   * The image is not in the registry, or not under that tag.
   *
   * @param words the engine's, or a sentence: one line without colours and secrets
   */
  record Failed(String words) implements PushOutcome {}

  /**
   * What became of the layers.
   *
   * @param there in the repository before
   * @param mounted from another repository of the registry
   */
  record Layers(int sent, int there, int mounted) {}
}
