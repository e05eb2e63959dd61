package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.Repository;
import java.util.Optional;

/** An image that was found, and where. From here on it is a digest or an id, never a name. */
sealed interface Source {
  /** Whoever has the same identity has the same content. */
  String identity();

  /**
   * In a registry.
   *
   * @param read its manifest, where it was needed already
   */
  record Registered(Target where, Repository repository, String digest, Optional<Manifest> read)
      implements Source {
    static Registered known(Target where, Repository repository, String digest) {
      return new Registered(where, repository, digest, Optional.empty());
    }

    static Registered read(Target where, Repository repository, Manifest manifest) {
      return new Registered(where, repository, manifest.digest().toString(), Optional.of(manifest));
    }

    @Override
    public String identity() {
      return digest;
    }

    /** Its manifest; a request where it was not needed before. */
    Manifest manifest() throws RegistryException {
      return read.isPresent() ? read.get() : repository.get(digest);
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
