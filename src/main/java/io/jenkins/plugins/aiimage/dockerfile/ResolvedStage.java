package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stage that the target needs.
 *
 * @param stage as written
 * @param base what its FROM names
 * @param platform the {@code --platform} of its FROM, expanded
 * @param triggers the ONBUILD instructions of the base stage, which run at this FROM
 * @param instructions those after the FROM, in order
 */
public record ResolvedStage(
    Stage stage,
    Base base,
    Optional<String> platform,
    List<ResolvedInstruction> triggers,
    List<ResolvedInstruction> instructions) {
  public ResolvedStage {
    triggers = List.copyOf(triggers);
    instructions = List.copyOf(instructions);
  }

  /** The triggers and the instructions. */
  List<ResolvedInstruction> all() {
    List<ResolvedInstruction> all = new ArrayList<>(triggers);
    all.addAll(instructions);
    return all;
  }

  /** Position in the file, from 0. */
  public int index() {
    return stage.index();
  }
}
