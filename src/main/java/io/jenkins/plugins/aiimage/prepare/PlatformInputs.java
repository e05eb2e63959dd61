package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.report.Inputs.PhaseInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the keys of several platforms were computed from: once where it is the same for all. */
final class PlatformInputs {
  private PlatformInputs() {}

  static Inputs of(List<PlatformPart> parts) {
    return new Inputs(
        joined(
            parts,
            Inputs::instructions,
            (phase, platform) -> new PhaseInputs(phase.phase() + platform, phase.instructions())),
        joined(parts, Inputs::arguments, PlatformInputs::named),
        joined(parts, Inputs::images, PlatformInputs::named),
        joined(parts, Inputs::files, PlatformInputs::named));
  }

  private static Input named(Input input, String platform) {
    return new Input(input.name() + platform, input.digest());
  }

  private static <T> List<T> joined(
      List<PlatformPart> parts,
      Function<Inputs, List<T>> some,
      BiFunction<T, String, T> ofPlatform) {
    List<T> first = some.apply(parts.get(0).recipe().inputs());
    if (parts.stream().allMatch(part -> some.apply(part.recipe().inputs()).equals(first))) {
      return first;
    }
    List<T> all = new ArrayList<>();
    for (PlatformPart part : parts) {
      for (T one : some.apply(part.recipe().inputs())) {
        all.add(ofPlatform.apply(one, " (" + part.name() + ")"));
      }
    }
    return all;
  }
}
