package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What can be said of the phases of a Dockerfile without building them. */
public record PhaseFacts(ResolvedDockerfile file) {
  /** The features that the builder of these phases must know, each with its first line. */
  public List<FeatureUse> features(List<Phase> phases) {
    List<Instruction> built = new ArrayList<>();
    file.stages().stream()
        .filter(file::isKept)
        .forEach(stage -> built.addAll(instructions(stage.all())));
    for (Phase phase : phases) {
      built.addAll(instructions(all(phase)));
    }
    return FeatureUse.in(built);
  }

  /**
   * What a phase runs; the ONBUILD instructions of a base stage belong to a stage's first phase.
   */
  private List<ResolvedInstruction> all(Phase phase) {
    ResolvedStage stage = file.stage(phase.stage()).orElseThrow();
    List<ResolvedInstruction> all = new ArrayList<>();
    if (phase.firstInstruction() == 0) {
      all.addAll(stage.triggers());
    }
    all.addAll(stage.instructions().subList(phase.firstInstruction(), phase.endInstruction()));
    return all;
  }

  private static List<Instruction> instructions(List<ResolvedInstruction> resolved) {
    return resolved.stream().map(ResolvedInstruction::instruction).toList();
  }

  /** Names of the ARGs that a phase sees at its end, sorted. */
  public SortedSet<String> arguments(Phase phase) {
    TreeSet<String> names = new TreeSet<>();
    ResolvedStage stage = file.stage(phase.stage()).orElseThrow();
    for (Instruction instruction : file.history(stage, phase.endInstruction())) {
      if (instruction.keyword() == Keyword.ARG) {
        Assignment.of(instruction, file.dockerfile().escape())
            .forEach(arg -> names.add(arg.name()));
      }
    }
    return names;
  }

  /**
   * Whether a build argument of that name changes anything in a phase: an ARG declares it, or
   * builders know it without one, as they do proxies.
   */
  public boolean takes(Phase phase, String argument) {
    return GlobalArguments.isPredefined(argument) || arguments(phase).contains(argument);
  }

  /** Whether a RUN of a phase contains {@code text}. */
  public boolean runs(Phase phase, String text) {
    return all(phase).stream()
        .map(ResolvedInstruction::instruction)
        .anyMatch(each -> each.keyword() == Keyword.RUN && each.canonical().contains(text));
  }

  /**
   * Whether an ARG above the first FROM or an instruction of a needed stage contains {@code text}.
   */
  public boolean mentions(String text) {
    List<Instruction> all = new ArrayList<>(file.dockerfile().globalArguments());
    file.stages().forEach(stage -> all.addAll(instructions(stage.all())));
    return all.stream().anyMatch(each -> each.canonical().contains(text));
  }
}
