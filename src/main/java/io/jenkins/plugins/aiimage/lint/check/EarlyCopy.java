package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** AI007: sources that stand before the packages. */
final class EarlyCopy implements Check {
  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      List<Instruction> instructions = stage.stage().instructions();
      int copy = 0;
      while (copy < instructions.size() && !Copies.takesContext(instructions.get(copy))) {
        copy++;
      }
      Optional<String> later = installed(stage, copy);
      if (later.isPresent()) {
        int line = instructions.get(copy).span().firstLine();
        String message = "every change of a file installs " + later.get() + " again";
        found.add(Finding.of(Rule.AI007, line, message));
      }
    }
    return found;
  }

  private static Optional<String> installed(StageView stage, int copy) {
    for (RunStep run : stage.runs()) {
      if (run.index() > copy) {
        for (RunStep.Install install : run.installs()) {
          if (install.isHeavy() && !needsSources(install)) {
            return install.packages().phaseName();
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what is installed are the sources, or what a lock file among them says. */
  private static boolean needsSources(RunStep.Install install) {
    List<String> packages = install.packages().packages();
    return packages.isEmpty()
        || packages.stream().anyMatch(each -> each.startsWith(".") || each.startsWith("/app"));
  }
}
