package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** DK007: variables that every image with Python wants. */
final class PythonVariables implements Check {
  private static final List<String> WANTED = List.of("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE");
  private static final Set<String> BASES = Set.of("python", "pytorch", "tensorflow");

  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.finalStages()) {
      Set<String> set = stage.environment().keySet();
      List<String> missing = WANTED.stream().filter(name -> !set.contains(name)).toList();
      if (!missing.isEmpty() && hasPython(stage)) {
        String message = "ENV does not set " + String.join(" and ", missing);
        Edit edit = FromLine.below(recipe, stage, String.join("=1 ", missing) + "=1");
        found.add(new Finding(Rule.DK007, stage.line(), message, List.of(edit)));
      }
    }
    return found;
  }

  private static boolean hasPython(StageView stage) {
    if (stage.root().map(BaseName::repository).filter(BASES::contains).isPresent()) {
      return true;
    }
    for (StageView each : stage.lineage()) {
      boolean installs =
          each.runs().stream()
              .flatMap(run -> run.installs().stream())
              .anyMatch(RunStep.Install::isPip);
      if (installs || runsPython(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean runsPython(StageView stage) {
    return stage.stage().instructions().stream()
        .filter(each -> each.keyword() == Keyword.CMD || each.keyword() == Keyword.ENTRYPOINT)
        .anyMatch(
            each -> each.arguments().contains("python") || each.arguments().contains("uvicorn"));
  }
}
