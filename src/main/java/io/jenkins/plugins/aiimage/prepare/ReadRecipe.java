package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.report.Inputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A recipe with its keys.
 *
 * @param phases in execution order
 * @param keys content keys by name of the phase; the last phase's is that of the image
 * @param pins names of base images and what to write instead, so that the build uses what was keyed
 * @param readContext names of the phases of which an instruction reads a file of the context
 * @param ignoreFile the text of a {@code .dockerignore} that belongs to the Dockerfile alone
 * @param files how many entries of the context the keys cover
 * @param inputs what the keys were computed from
 */
record ReadRecipe(
    ResolvedDockerfile dockerfile,
    String platform,
    List<Phase> phases,
    Map<String, String> keys,
    Map<String, String> pins,
    Set<String> readContext,
    Optional<String> ignoreFile,
    long files,
    long bytes,
    Inputs inputs,
    List<String> warnings) {
  ReadRecipe {
    phases = List.copyOf(phases);
    keys = Map.copyOf(keys);
    pins = Map.copyOf(pins);
    readContext = Set.copyOf(readContext);
    warnings = List.copyOf(warnings);
  }

  Phase last() {
    return phases.get(phases.size() - 1);
  }

  String key() {
    return key(last());
  }

  String key(Phase phase) {
    return keys.get(phase.name());
  }

  String tag(Phase phase) {
    return CacheTags.of(key(phase));
  }
}
