package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.preset.Preset;
import io.jenkins.plugins.aiimage.preset.Presets;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A preset that is the recipe, and why.
 *
 * @param reason empty if it was named
 */
record PresetChoice(Preset preset, String reason) {
  /** Dockerfiles that need not be named. */
  static final List<String> DOCKERFILES = List.of("Dockerfile.ai-processor", "Dockerfile");

  /**
   * The preset that is named, or the usual one where there is no recipe at all.
   *
   * @param here the folder that counts as the context where none is given
   */
  static Optional<PresetChoice> of(Values values, Path here) throws UseCaseException {
    Optional<String> named = values.one("preset");
    if (named.isPresent()) {
      if (values.one("dockerfile").isPresent()) {
        throw values.wrong(
            "preset",
            "a preset has its own Dockerfile: leave out it or " + values.called("dockerfile"));
      }
      return Optional.of(new PresetChoice(named(values, named.get()), ""));
    }
    boolean recipe =
        values.one("dockerfile").isPresent()
            || values.one("context").isPresent()
            || DOCKERFILES.stream().anyMatch(name -> Files.isRegularFile(here.resolve(name)));
    return recipe
        ? Optional.empty()
        : Optional.of(
            new PresetChoice(
                named(values, Presets.USUAL),
                here + " has neither " + String.join(" nor ", DOCKERFILES)));
  }

  private static Preset named(Values values, String name) throws UseCaseException {
    return Presets.named(name)
        .orElseThrow(
            () ->
                values.wrong(
                    "preset",
                    "\""
                        + name
                        + "\" is not known: choose one of "
                        + String.join(", ", Presets.names())));
  }

  /** The values with those of the preset, where none are given. */
  Map<String, List<String>> complete(Map<String, List<String>> given) {
    Map<String, List<String>> all = new HashMap<>(given);
    preset
        .defaults()
        .forEach(
            (name, values) -> {
              if (isBlank(given.get(name))) {
                all.put(name, values);
              }
            });
    return all;
  }

  /** As forms leave what is not given; a switch that is set has no values. */
  private static boolean isBlank(List<String> values) {
    return values == null
        || (!values.isEmpty() && values.stream().allMatch(value -> value.isBlank()));
  }
}
