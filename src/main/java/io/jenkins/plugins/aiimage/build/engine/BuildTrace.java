package io.jenkins.plugins.aiimage.build.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the output of a build has told so far of its course.
 *
 * @param instruction the one at work, for instance {@code RUN pip install torch}, or what the
 *     builder does instead, for instance {@code exporting to image}
 * @param container id of the container that the instruction runs in, where the builder names it
 * @param steps instructions by the number that the builder gave them, where their lines carry it
 */
public record BuildTrace(
    Optional<String> instruction, Optional<String> container, Map<String, String> steps) {
  public static final BuildTrace NONE =
      new BuildTrace(Optional.empty(), Optional.empty(), Map.of());

  public BuildTrace {
    steps = Map.copyOf(steps);
  }

  /** All that is known is a container; empty if not even that. */
  public static BuildTrace of(String container) {
    return container.isEmpty() ? NONE : NONE.in(container);
  }

  BuildTrace announced(String instruction) {
    return new BuildTrace(Optional.of(instruction), Optional.empty(), steps);
  }

  BuildTrace announced(String number, String instruction) {
    Map<String, String> known = new HashMap<>(steps);
    known.put(number, instruction);
    return new BuildTrace(Optional.of(instruction), Optional.empty(), known);
  }

  BuildTrace at(String number) {
    return new BuildTrace(
        Optional.ofNullable(steps.get(number)).or(() -> instruction), container, steps);
  }

  BuildTrace in(String container) {
    return new BuildTrace(instruction, Optional.of(container), steps);
  }
}
