package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sorts instructions into global ARGs and stages. */
final class StageCollector {
  private final List<Instruction> globalArguments = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private final Map<String, Integer> linesOfNames = new HashMap<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private Optional<Instruction> from = Optional.empty();

  void add(Instruction instruction) {
    if (instruction.keyword() == Keyword.FROM) {
      close();
      from = Optional.of(instruction);
    } else if (from.isPresent()) {
      instructions.add(instruction);
    } else if (instruction.keyword() == Keyword.ARG) {
      globalArguments.add(instruction);
    } else {
      throw new DockerfileException(
          instruction.line(),
          instruction.keyword() + " stands before the first FROM; only ARG may, move it down");
    }
  }

  List<Instruction> globalArguments() {
    return globalArguments;
  }

  List<Stage> stages() {
    close();
    if (stages.isEmpty()) {
      throw new DockerfileException(
          0, "there is no FROM; begin with the image to build on, such as FROM python:3.11-slim");
    }
    return stages;
  }

  private void close() {
    if (from.isPresent()) {
      List<LogicalText> words = from.get().argumentText().words();
      Optional<String> name =
          words.size() == 3
              ? Optional.of(words.get(2).toString().toLowerCase(Locale.ROOT))
              : Optional.empty();
      name.ifPresent(this::claim);
      stages.add(new Stage(stages.size(), name, from.get(), instructions));
      instructions.clear();
      from = Optional.empty();
    }
  }

  private void claim(String name) {
    int line = from.map(Instruction::line).orElse(0);
    Integer earlier = linesOfNames.put(name, line);
    if (earlier != null) {
      // The classic builder refuses this, BuildKit lets the last one win: refuse everywhere.
      throw new DockerfileException(
          line, "the stage name " + name + " is taken since line " + earlier + "; choose another");
    }
  }
}
