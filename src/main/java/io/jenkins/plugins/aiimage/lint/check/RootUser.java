package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** DK004: who the container runs as. */
final class RootUser implements Check {
  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.finalStages()) {
      Optional<Instruction> user = user(stage);
      if (user.isPresent() && isRoot(user.get().arguments())) {
        int line = user.get().span().firstLine();
        found.add(Finding.of(Rule.DK004, line, "the last USER is root"));
      } else if (user.isEmpty() && mayBeRoot(stage)) {
        String message = "no USER: " + stage.stage().label() + " runs as root";
        found.add(Finding.of(Rule.DK004, stage.line(), message));
      }
    }
    return found;
  }

  private static Optional<Instruction> user(StageView stage) {
    Optional<Instruction> user = Optional.empty();
    for (StageView each : stage.lineage()) {
      for (Instruction instruction : each.stage().instructions()) {
        user = instruction.keyword() == Keyword.USER ? Optional.of(instruction) : user;
      }
    }
    return user;
  }

  private static boolean isRoot(String user) {
    String name = user.split(":", 2)[0];
    return name.equals("root") || name.equals("0");
  }

  /** An image of files alone runs nothing, and some base images have a user of their own. */
  private static boolean mayBeRoot(StageView stage) {
    String from = stage.lineage().get(0).stage().from().arguments();
    return !from.startsWith("scratch")
        && stage.root().filter(base -> base.tag().contains("nonroot")).isEmpty();
  }
}
