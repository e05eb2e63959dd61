package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.context.UngatedKey;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.report.Inputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recipe with its keys.
 *
 * @param phases in execution order
 * @param goal the phase that the run ends with
 * @param partial whether it is not to make an image, but only that phase's
 * @param keys content keys by name of the phase; the last phase's is that of the image
 * @param pins names of base images and what to write instead, so that the build uses what was keyed
 * @param contexts the folders that phases read files from, by the names of those that read any
 * @param ignoreFile the text of a {@code .dockerignore} that belongs to the Dockerfile alone
 * @param files how many entries of the context the keys cover
 * @param inputs what the keys were computed from
 */
record ReadRecipe(
    ResolvedDockerfile dockerfile,
    String platform,
    List<Phase> phases,
    Phase goal,
    boolean partial,
    Map<String, String> keys,
    Map<String, String> pins,
    Map<String, Path> contexts,
    Optional<String> ignoreFile,
    long files,
    long bytes,
    Inputs inputs,
    List<String> warnings) {
  ReadRecipe {
    phases = List.copyOf(phases);
    keys = Map.copyOf(keys);
    pins = Map.copyOf(pins);
    contexts = Map.copyOf(contexts);
    warnings = List.copyOf(warnings);
  }

  Phase last() {
    return phases.get(phases.size() - 1);
  }

  /** Of the whole image. */
  String key() {
    return key(last());
  }

  String key(Phase phase) {
    return keys.get(phase.name());
  }

  /** What the image is found by. */
  String tag() {
    return CacheTags.of(key());
  }

  /** What the image of a phase is found by, to go on from. */
  String tag(Phase phase) {
    return CacheTags.of(phaseKey(phase));
  }

  /** The key under which the run keeps what it makes. */
  String goalKey() {
    return partial ? phaseKey(goal) : key();
  }

  /** What the run makes, as the story of its pushes calls it. */
  String subject() {
    return partial ? goal.name() : "image";
  }

  /** The last phase has another key than the image, because it has not passed the gates. */
  private String phaseKey(Phase phase) {
    return phase.equals(last()) ? UngatedKey.of(key()) : key(phase);
  }
}
