package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads which further registries are asked. */
final class CacheFrom {
  private static final String NAME = "cacheFrom";

  private CacheFrom() {}

  /** In order; one that is named twice, or is the registry itself, is asked once. */
  static List<String> read(Values values) throws UseCaseException {
    Set<String> registries = new LinkedHashSet<>();
    for (String text : values.all(NAME)) {
      if (!text.isBlank()) {
        registries.add(text);
      }
    }
    if (!registries.isEmpty() && values.one("registry").isEmpty()) {
      throw values.wrong(
          NAME,
          "further registries are asked after a first one, which gets the image: name that by "
              + values.called("registry"));
    }
    try {
      Set<String> hosts = new LinkedHashSet<>();
      values.one("registry").map(RegistryHost::parse).map(RegistryHost::name).ifPresent(hosts::add);
      registries.removeIf(text -> !hosts.add(RegistryHost.parse(text).name()));
    } catch (InvalidReferenceException e) {
      throw values.wrong(NAME, e.getMessage());
    }
    return List.copyOf(registries);
  }
}
