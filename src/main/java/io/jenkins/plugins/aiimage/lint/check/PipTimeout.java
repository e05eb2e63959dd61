package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.HeavyPackages;
import io.jenkins.plugins.aiimage.lint.shell.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AI002: how long pip waits for a heavy package. */
final class PipTimeout implements Check {
  private static final String VARIABLE = "PIP_DEFAULT_TIMEOUT";

  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      Set<String> variables = stage.variables().keySet();
      if (!variables.contains(VARIABLE)
          && !variables.contains("PIP_TIMEOUT")
          && !configured(stage)) {
        for (RunStep run : stage.runs()) {
          add(recipe, stage, run, found);
        }
      }
    }
    return found;
  }

  private static void add(Recipe recipe, StageView stage, RunStep run, List<Finding> found) {
    for (RunStep.Install install : run.installs()) {
      Optional<String> heavy = HeavyPackages.slowAmong(PackageList.names(recipe, install));
      if (install.isPip() && heavy.isPresent() && !isPatient(install)) {
        Edit edit = FromLine.below(recipe, stage, VARIABLE + "=120");
        int line = recipe.lines().line(run.start(install.command().start()));
        String message = heavy.get() + " is installed with pip's time-out of 15 s";
        found.add(new Finding(Rule.AI002, line, message, List.of(edit)));
      }
    }
  }

  /** Also uv, which waits by other rules. */
  private static boolean isPatient(RunStep.Install install) {
    return install.packages().has("--timeout", "--default-timeout")
        || install.command().values().stream()
            .anyMatch(word -> word.startsWith(VARIABLE + "=") || word.equals("uv"));
  }

  /** By {@code pip config set global.timeout}, or {@code export} in one of its scripts. */
  private static boolean configured(StageView stage) {
    for (StageView each : stage.lineage()) {
      for (RunStep run : each.runs()) {
        for (Element.Command command : run.script().commands()) {
          List<String> words = command.values();
          if (words.contains("global.timeout")
              || words.contains("install.timeout")
              || (words.contains("export")
                  && words.stream().anyMatch(word -> word.startsWith(VARIABLE)))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
