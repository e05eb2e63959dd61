package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Divides the needed stages into phases. */
final class PhasePlanner {
  private static final String FINAL = "final";

  private final ResolvedDockerfile file;
  private final char escape;
  private final List<PhaseMark> marks;
  private final Set<String> names = new HashSet<>();
  private final List<Phase> phases = new ArrayList<>();

  private PhasePlanner(ResolvedDockerfile file) {
    this.file = file;
    this.escape = file.dockerfile().escape();
    this.marks = PhaseMark.of(file.dockerfile());
    marks.forEach(mark -> names.add(mark.name()));
  }

  static List<Phase> plan(ResolvedDockerfile file) {
    PhasePlanner planner = new PhasePlanner(file);
    MarkRules.check(file.dockerfile(), planner.marks);
    for (ResolvedStage stage : file.stages()) {
      List<PhaseMark> marks = MarkRules.marksOf(stage.stage(), planner.marks);
      if (file.isKept(stage)) {
        refuse(marks);
      } else if (marks.isEmpty()) {
        planner.find(stage);
      } else {
        planner.follow(stage, marks);
      }
    }
    return List.copyOf(planner.phases);
  }

  private static void refuse(List<PhaseMark> marks) {
    for (PhaseMark mark : marks) {
      throw new DockerfileException(
          mark.line(),
          "a stage with ONBUILD that other stages use has no phases; remove the mark "
              + mark.name());
    }
  }

  private void follow(ResolvedStage stage, List<PhaseMark> marks) {
    int first = 0;
    for (int i = 0; i < marks.size(); i++) {
      PhaseMark mark = marks.get(i);
      int end = stage.instructions().size();
      if (i + 1 < marks.size()) {
        PhaseMark next = marks.get(i + 1);
        end = MarkRules.firstInstruction(stage.stage(), next);
        obstacle(stage, end)
            .ifPresent(
                reason -> {
                  throw new DockerfileException(
                      next.line(), "no phase can begin here: " + reason + "; move the mark");
                });
      }
      Phase phase = new Phase(mark.name(), stage.index(), first, end, mark.settings());
      MarkRules.checkFallbacks(file, phase, mark);
      phases.add(phase);
      first = end;
    }
  }

  private void find(ResolvedStage stage) {
    List<Instruction> instructions = stage.stage().instructions();
    Optional<String> name = Optional.empty();
    int first = 0;
    for (int i = 0; i < instructions.size(); i++) {
      Instruction instruction = instructions.get(i);
      Optional<String> installed =
          instruction.keyword() == Keyword.RUN ? Installation.in(instruction) : Optional.empty();
      if (installed.isPresent()) {
        // Where no cut is allowed the phase goes on and is named after what it installs last.
        name = installed;
        if (obstacle(stage, i + 1).isEmpty()) {
          add(installed.get(), stage, first, i + 1);
          name = Optional.empty();
          first = i + 1;
        }
      }
    }
    if (first < instructions.size() || instructions.isEmpty()) {
      String tail = stage.index() == file.target().index() ? FINAL : stage.stage().label();
      add(name.orElse(tail), stage, first, instructions.size());
    }
  }

  private void add(String name, ResolvedStage stage, int first, int end) {
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + "-" + i;
    }
    phases.add(new Phase(unique, stage.index(), first, end, PhaseSettings.NONE));
  }

  private Optional<String> obstacle(ResolvedStage stage, int index) {
    List<Instruction> instructions = stage.stage().instructions();
    return Cut.obstacle(
        file.history(stage, index), instructions.subList(index, instructions.size()), escape);
  }
}
