package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * The ARGs a stage declared so far, to declare them again behind a FROM that continues the stage:
 * an image keeps its environment but not its arguments.
 */
final class ArgumentReplay {
  private ArgumentReplay() {}

  /**
   * The ARGs from {@code start} to {@code end} in {@code history}, as written. Those that an ENV
   * has overwritten since are left out: declared after the image's environment they would win over
   * it in BuildKit (Docker Engine 20.10).
   */
  static List<String> of(List<Instruction> history, int start, int end, Dockerfile file) {
    List<String> lines = new ArrayList<>();
    for (int i = start; i < end; i++) {
      Instruction instruction = history.get(i);
      if (instruction.keyword() == Keyword.ARG) {
        List<Assignment> all = Assignment.of(instruction, file.escape());
        List<Assignment> kept = new ArrayList<>(all);
        for (Instruction later : history.subList(i + 1, history.size())) {
          if (later.keyword() == Keyword.ENV) {
            for (Assignment changed : Assignment.of(later, file.escape())) {
              kept.removeIf(argument -> argument.name().equals(changed.name()));
            }
          }
        }
        if (kept.size() == all.size()) {
          lines.add(text(instruction, file));
        } else if (!kept.isEmpty()) {
          lines.add(rewritten(kept));
        }
      }
    }
    return lines;
  }

  private static String text(Instruction instruction, Dockerfile file) {
    // A trigger shares the span of its ONBUILD, so its own words are written.
    String verbatim = instruction.span().of(file.text());
    boolean trigger = verbatim.stripLeading().regionMatches(true, 0, "ONBUILD", 0, 7);
    return trigger ? instruction.canonical() : verbatim;
  }

  private static String rewritten(List<Assignment> assignments) {
    StringBuilder line = new StringBuilder("ARG");
    for (Assignment assignment : assignments) {
      line.append(' ').append(assignment.name());
      assignment.value().ifPresent(value -> line.append('=').append(value));
    }
    return line.toString();
  }
}
