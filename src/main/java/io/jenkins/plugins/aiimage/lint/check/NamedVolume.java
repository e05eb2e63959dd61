package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import java.util.ArrayList;
import java.util.List;

/** AI011: VOLUME as Compose would write it. */
final class NamedVolume implements Check {
  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      for (Instruction instruction : stage.stage().instructions()) {
        if (instruction.keyword() == Keyword.VOLUME) {
          List<String> words =
              instruction
                  .execForm()
                  .orElseGet(() -> List.of(instruction.arguments().split("[ \\t]+", -1)));
          words.stream()
              .filter(word -> word.indexOf(":/") > 1)
              .forEach(
                  word ->
                      found.add(
                          Finding.of(
                              Rule.AI011,
                              instruction.span().firstLine(),
                              word + " is one folder of that name")));
        }
      }
    }
    return found;
  }
}
