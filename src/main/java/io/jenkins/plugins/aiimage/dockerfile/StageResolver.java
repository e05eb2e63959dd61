package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks through the instructions of one stage and keeps track of its variables. */
final class StageResolver {
  private final Recipe recipe;
  private final int stage;
  private final Scope scope;

  StageResolver(Recipe recipe, int stage, Scope scope) {
    this.recipe = recipe;
    this.stage = stage;
    this.scope = scope;
  }

  List<ResolvedInstruction> resolve(List<Instruction> instructions) {
    List<ResolvedInstruction> resolved = new ArrayList<>();
    for (Instruction instruction : instructions) {
      Map<String, String> arguments = new HashMap<>();
      switch (instruction.keyword()) {
        case ARG -> {
          for (Assignment assignment : assignments(instruction)) {
            declare(assignment, instruction.line(), arguments);
          }
        }
        case ENV -> setEnvironment(instruction);
        default -> {}
      }
      resolved.add(
          new ResolvedInstruction(
              instruction, SourceReader.read(recipe, stage, scope, instruction), arguments));
    }
    return resolved;
  }

  private List<Assignment> assignments(Instruction instruction) {
    return Assignment.of(instruction, recipe.dockerfile().escape());
  }

  private void declare(Assignment assignment, int line, Map<String, String> arguments) {
    String name = assignment.name();
    String supplied = recipe.buildArguments().get(name);
    if (supplied != null) {
      arguments.put(name, supplied);
      scope.setArgument(name, Optional.of(supplied));
    } else if (assignment.value().isPresent()) {
      scope.setArgument(name, recipe.expand(assignment.value().get(), scope, line));
    } else if (recipe.global().isUnknown(name)) {
      scope.setArgument(name, Optional.empty());
    } else if (recipe.global().value(name).isPresent()) {
      arguments.put(name, recipe.global().value(name).get());
      scope.setArgument(name, recipe.global().value(name));
    }
  }

  /** All of an ENV's values are expanded before any is set, as in Docker. */
  private void setEnvironment(Instruction instruction) {
    Map<String, Optional<String>> values = new HashMap<>();
    for (Assignment assignment : assignments(instruction)) {
      String word = assignment.value().orElse("");
      Optional<String> name = recipe.expand(assignment.name(), scope, instruction.line());
      Optional<String> value = recipe.expand(word, scope, instruction.line());
      name.ifPresent(known -> values.put(known, value));
    }
    values.forEach(scope::setEnvironment);
  }
}
