package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.EngineChoice;
import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.cache.EngineCache;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.RetryPolicy;
import io.jenkins.plugins.aiimage.usecase.Machine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The engine and the registries that a request names. Nothing is asked yet. */
record Caches(PrepareRequest request, Machine machine, Engines engines) {

  /** Where the image belongs. */
  ImageCache first() {
    Optional<RegistryHost> host = request.destination().registry().map(RegistryHost::parse);
    return host.<ImageCache>map(known -> cache(known, RetryPolicy.DEFAULT))
        .orElseGet(() -> new EngineCache(chosen(), request.destination().image()));
  }

  /** Where else it may be, in the order in which to ask. */
  List<RegistryCache> further() {
    List<RegistryCache> further = new ArrayList<>();
    for (String registry : request.destination().cacheFrom()) {
      // What can be done without is asked once.
      further.add(cache(RegistryHost.parse(registry), RetryPolicy.NONE));
    }
    return further;
  }

  private RegistryCache cache(RegistryHost host, RetryPolicy retries) {
    return new RegistryCache(
        host, machine.registry(host, retries).repository(request.destination().image()));
  }

  ChosenEngine chosen() {
    Set<String> plainHttp = new HashSet<>();
    List<String> registries = new ArrayList<>(request.destination().cacheFrom());
    request.destination().registry().ifPresent(registries::add);
    for (String registry : registries) {
      RegistryHost host = RegistryHost.parse(registry);
      if (host.plainHttp()) {
        plainHttp.add(host.name());
      }
    }
    return engines.chosen(
        new EngineChoice(request.build().builder(), request.build().network(), plainHttp));
  }
}
