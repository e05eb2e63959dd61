package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.lint.shell.Chain;
import io.jenkins.plugins.aiimage.lint.shell.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** AI006: a second try with another index. */
final class ShellFallback implements Check {
  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      for (RunStep run : stage.runs()) {
        for (RunStep.Install second : seconds(run)) {
          int line = recipe.lines().line(run.start(second.command().start()));
          String what = String.join(", ", second.packages().names());
          String message = "behind ||, another index is tried for " + what;
          found.add(Finding.of(Rule.AI006, line, message));
        }
      }
    }
    return found;
  }

  /** The installations that run where another one of the same failed. */
  static List<RunStep.Install> seconds(RunStep run) {
    List<RunStep.Install> seconds = new ArrayList<>();
    for (Chain chain : run.script().chains()) {
      for (int i = 1; i < chain.links().size(); i++) {
        if (!chain.links().get(i).before().equals("||")) {
          continue;
        }
        Optional<RunStep.Install> first = pip(chain.links().get(i - 1).element());
        Optional<RunStep.Install> second = pip(chain.links().get(i).element());
        if (first.isPresent()
            && second.isPresent()
            && first.get().packages().names().equals(second.get().packages().names())) {
          seconds.add(second.get());
        }
      }
    }
    return seconds;
  }

  private static Optional<RunStep.Install> pip(Element element) {
    return element instanceof Element.Command command
        ? RunStep.install(command).filter(RunStep.Install::isPip)
        : Optional.empty();
  }
}
