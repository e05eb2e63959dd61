package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.util.List;
import java.util.Optional;

/**
 * All that a run of clean is asked for. Made and checked by {@link CleanReader}.
 *
 * @param registry empty: the local engine
 * @param images repositories without registry; empty, which only the local engine allows, for all
 * @param untilFree bytes that the engine's disk is to have free; empty: all that may go goes
 * @param builder whose images, without a registry
 */
public record CleanRequest(
    Optional<RegistryHost> registry,
    List<String> images,
    Retention retention,
    Optional<Long> untilFree,
    String builder,
    boolean dryRun) {
  public CleanRequest {
    images = List.copyOf(images);
  }
}
