package io.jenkins.plugins.aiimage.build.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What images the store of podman and buildah has: the two programs tell it differently. */
sealed interface StoreImages permits PodmanImages, BuildahImages {
  static StoreImages of(StoreClient client) {
    return client.name().equals(StoreClient.PODMAN)
        ? new PodmanImages(client)
        : new BuildahImages(client);
  }

  /** By name or id. */
  Optional<Engine.LocalImage> image(String reference) throws EngineException;

  /** Those of the names that are there; by the name asked for. */
  Map<String, Engine.LocalImage> images(List<String> names) throws EngineException;
}
