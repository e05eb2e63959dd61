package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.Repository;

/** An image that was found, and where. From here on it is a digest or an id, never a name. */
sealed interface Source {
  /** Whoever has the same identity has the same content. */
  String identity();

  /** In a registry. */
  record Registered(Target where, Repository repository, Manifest manifest) implements Source {
    @Override
    public String identity() {
      return manifest.digest().toString();
    }
  }

  /** In an engine. */
  record Local(Engine engine, Engine.LocalImage image) implements Source {
    @Override
    public String identity() {
      return image.id();
    }
  }
}
