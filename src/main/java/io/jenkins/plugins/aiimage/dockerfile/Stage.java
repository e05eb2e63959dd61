package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * A build stage.
 *
 * @param index position in the file, from 0
 * @param name what follows AS, in lower case: Docker compares stage names without case
 * @param from its FROM
 * @param instructions what follows the FROM, without it
 */
public record Stage(
    int index, Optional<String> name, Instruction from, List<Instruction> instructions) {
  public Stage {
    instructions = List.copyOf(instructions);
  }

  /** The name, or {@code stage-<index>}. */
  public String label() {
    return name.orElse("stage-" + index);
  }

  /** Offset after its last instruction. */
  public int end() {
    return instructions.isEmpty()
        ? from.span().end()
        : instructions.get(instructions.size() - 1).span().end();
  }
}
