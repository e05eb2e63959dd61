package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * Whether a stage may be cut in two, the second part built {@code FROM} the image of the first,
 * without changing the result.
 */
final class Cut {
  private Cut() {}

  /**
   * Why a stage must not be cut, as the end of a sentence; empty when it may.
   *
   * @param before all that ran before the cut, inherited instructions and triggers included
   * @param after the stage's instructions behind the cut
   */
  static Optional<String> obstacle(List<Instruction> before, List<Instruction> after, char escape) {
    for (int i = 0; i < before.size(); i++) {
      Instruction instruction = before.get(i);
      switch (instruction.keyword()) {
        case ONBUILD -> {
          return because(instruction, "would run in the middle of its own stage");
        }
        case CMD -> {
          if (after.stream().anyMatch(later -> later.keyword() == Keyword.ENTRYPOINT)) {
            return because(instruction, "would be reset by the ENTRYPOINT after the mark");
          }
        }
        case ENV -> {
          if (Assignment.of(instruction, escape).stream().anyMatch(Cut::isNamedByVariable)) {
            return because(instruction, "names its variable by another one");
          }
        }
        case ARG -> {
          if (dependsOnLaterEnv(instruction, before.subList(i + 1, before.size()), escape)) {
            return because(instruction, "takes its default from a variable that ENV changes later");
          }
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static Optional<String> because(Instruction instruction, String reason) {
    return Optional.of(
        "the " + instruction.keyword() + " of line " + instruction.line() + " " + reason);
  }

  /** Then nobody knows here which ARGs it overwrites. */
  private static boolean isNamedByVariable(Assignment assignment) {
    return assignment.name().indexOf('$') >= 0;
  }

  private static boolean dependsOnLaterEnv(
      Instruction argument, List<Instruction> later, char escape) {
    for (Assignment assignment : Assignment.of(argument, escape)) {
      for (Instruction instruction : later) {
        if (instruction.keyword() == Keyword.ENV) {
          for (Assignment changed : Assignment.of(instruction, escape)) {
            if (assignment.value().filter(word -> refersTo(word, changed.name())).isPresent()) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** True also for an escaped dollar: a cut refused too much harms less than one too few. */
  private static boolean refersTo(String word, String name) {
    for (int dollar = word.indexOf('$'); dollar >= 0; dollar = word.indexOf('$', dollar + 1)) {
      int start = word.startsWith("{", dollar + 1) ? dollar + 2 : dollar + 1;
      int end = start + name.length();
      boolean whole =
          end >= word.length()
              || !(Character.isLetterOrDigit(word.charAt(end)) || word.charAt(end) == '_');
      if (word.startsWith(name, start) && whole) {
        return true;
      }
    }
    return false;
  }
}
