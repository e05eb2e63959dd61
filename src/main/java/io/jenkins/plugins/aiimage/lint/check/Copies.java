package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import java.util.List;

/** What a COPY or ADD takes. */
final class Copies {
  private Copies() {}

  /** Whether it takes all of the build context. */
  static boolean takesContext(Instruction instruction) {
    Keyword keyword = instruction.keyword();
    if ((keyword != Keyword.COPY && keyword != Keyword.ADD)
        || instruction.flag("from").isPresent()) {
      return false;
    }
    List<String> words =
        instruction
            .execForm()
            .orElseGet(() -> List.of(instruction.arguments().trim().split("[ \\t]+", -1)));
    return words.subList(0, Math.max(0, words.size() - 1)).stream()
        .anyMatch(List.of(".", "./", "/", "*", "./*")::contains);
  }
}
