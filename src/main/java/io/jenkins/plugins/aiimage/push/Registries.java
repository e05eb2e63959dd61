package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.usecase.Machine;

/** The repositories of a run; nothing is asked yet. */
record Registries(Machine machine) {
  RegistryCache of(Target target) {
    return new RegistryCache(
        target.host(), machine.registry(target.host()).repository(target.repository()));
  }
}
