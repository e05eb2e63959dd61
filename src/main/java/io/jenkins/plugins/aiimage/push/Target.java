package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.RegistryHost;

/**
 * A repository of a registry.
 *
 * @param repository without the registry
 */
record Target(RegistryHost host, String repository) {
  Target {
    ImageReference.requireRepository(repository);
  }

  String tagged(String tag) {
    return this + ":" + tag;
  }

  /** With the registry. */
  @Override
  public String toString() {
    return host.name() + "/" + repository;
  }
}
