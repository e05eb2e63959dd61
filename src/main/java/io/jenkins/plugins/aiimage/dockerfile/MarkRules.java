package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a mark must have around it: instructions behind it, and the ARGs of its fallbacks. */
final class MarkRules {
  private MarkRules() {}

  static void check(Dockerfile dockerfile, List<PhaseMark> marks) {
    for (PhaseMark mark : marks) {
      for (Fallback fallback : mark.settings().fallbacks()) {
        if (!GlobalArguments.isPredefined(fallback.argument())
            && !declared(dockerfile).contains(fallback.argument())) {
          throw new DockerfileException(
              mark.line(),
              "no ARG declares "
                  + fallback.argument()
                  + "; add ARG "
                  + fallback.argument()
                  + " or correct the fallback");
        }
      }
    }
    Set<String> placed = new HashSet<>();
    for (Stage stage : dockerfile.stages()) {
      List<PhaseMark> own = marksOf(stage, marks);
      for (int i = 0; i < own.size(); i++) {
        boolean last = i + 1 == own.size();
        if (last || firstInstruction(stage, own.get(i)) < firstInstruction(stage, own.get(i + 1))) {
          placed.add(own.get(i).name());
        }
      }
    }
    for (PhaseMark mark : marks) {
      if (!placed.contains(mark.name())) {
        throw empty(mark);
      }
    }
  }

  /** A fallback for an ARG that its phase does not see would change nothing. */
  static void checkFallbacks(ResolvedDockerfile file, Phase phase, PhaseMark mark) {
    for (Fallback fallback : mark.settings().fallbacks()) {
      if (!new PhaseFacts(file).takes(phase, fallback.argument())) {
        throw new DockerfileException(
            mark.line(),
            "no ARG declares "
                + fallback.argument()
                + " between its stage's FROM and the end of the phase; add ARG "
                + fallback.argument()
                + " there or correct the fallback");
      }
    }
  }

  private static DockerfileException empty(PhaseMark mark) {
    return new DockerfileException(
        mark.line(),
        "no instruction of a stage follows the mark of the phase "
            + mark.name()
            + "; put it below FROM, above the phase's first instruction");
  }

  private static Set<String> declared(Dockerfile dockerfile) {
    List<Instruction> instructions = new ArrayList<>(dockerfile.globalArguments());
    dockerfile.stages().forEach(stage -> instructions.addAll(stage.instructions()));
    Set<String> names = new HashSet<>();
    for (Instruction instruction : instructions) {
      if (instruction.keyword() == Keyword.ARG) {
        Assignment.of(instruction, dockerfile.escape()).forEach(arg -> names.add(arg.name()));
      }
    }
    return names;
  }

  /** The marks between the FROM of {@code stage} and its last instruction. */
  static List<PhaseMark> marksOf(Stage stage, List<PhaseMark> marks) {
    List<PhaseMark> own = new ArrayList<>();
    for (PhaseMark mark : marks) {
      int start = mark.comment().start();
      if (start >= stage.from().span().end() && start < stage.end()) {
        own.add(mark);
      }
    }
    return own;
  }

  /** Index of the first instruction behind the mark. */
  static int firstInstruction(Stage stage, PhaseMark mark) {
    int index = 0;
    for (Instruction instruction : stage.instructions()) {
      if (instruction.span().start() > mark.comment().start()) {
        break;
      }
      index++;
    }
    return index;
  }
}
