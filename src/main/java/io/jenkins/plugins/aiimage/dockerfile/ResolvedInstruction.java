package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;
import java.util.Map;

/**
 * An instruction and what it gets from outside.
 *
 * @param instruction as written
 * @param sources what it reads
 * @param arguments the values that an ARG gets from a build argument or from the global scope, by
 *     name; whoever hashes the instruction hashes them with it
 */
public record ResolvedInstruction(
    Instruction instruction, List<Source> sources, Map<String, String> arguments) {
  public ResolvedInstruction {
    sources = List.copyOf(sources);
    arguments = Map.copyOf(arguments);
  }
}
