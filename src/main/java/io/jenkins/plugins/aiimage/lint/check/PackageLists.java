package io.jenkins.plugins.aiimage.lint.check;

import java.util.ArrayList;
import java.util.List;

/** AI013: what pip refuses in a list of packages. */
final class PackageLists implements Check {
  private static final List<String> OPTIONS =
      List.of("--index-url", "--extra-index-url", "--find-links", "--trusted-host", "-i ", "-f ");

  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      for (RunStep run : stage.runs()) {
        for (RunStep.Install install : run.installs()) {
          if (install.isPip()) {
            PackageList.of(recipe, install).forEach(list -> add(list, run, found));
          }
        }
      }
    }
    return found;
  }

  private static void add(PackageList list, RunStep run, List<Finding> found) {
    for (int i = 0; i < list.lines().size(); i++) {
      String line = list.lines().get(i);
      boolean isPackage = !line.startsWith("#") && !line.startsWith("-");
      for (String option : OPTIONS) {
        if (isPackage && line.contains(" " + option)) {
          String message =
              list.name() + " line " + (i + 1) + " has " + option.strip() + " behind a package";
          found.add(Finding.of(Rule.AI013, run.firstLine(), message));
        }
      }
    }
  }
}
