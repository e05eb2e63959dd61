package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.PackageTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** AI001: installations that cannot fail, time out or be cached by themselves. */
final class PackageGroups implements Check {
  static final Set<PackageTool> SYSTEM = Set.of(PackageTool.APT, PackageTool.APK, PackageTool.RPM);

  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      List<RunStep> several = several(stage);
      if (!several.isEmpty()) {
        List<RunStep> heard =
            several.stream()
                .filter(run -> !recipe.ignores().cover("AI001", run.firstLine()))
                .toList();
        StageSplit split = new StageSplit(recipe, stage, heard);
        List<Edit> edits = split.edit().map(List::of).orElse(List.of());
        for (RunStep run : several) {
          String message = String.join(", ", groups(run)) + " are installed by one RUN";
          boolean mended = split.splits(run);
          found.add(new Finding(Rule.AI001, run.firstLine(), message, mended ? edits : List.of()));
        }
      }
    }
    return found;
  }

  private static List<RunStep> several(StageView stage) {
    return stage.runs().stream()
        .filter(run -> groups(run).size() > 1 && !isSystemOnly(run))
        .toList();
  }

  private static boolean isSystemOnly(RunStep run) {
    return run.installs().stream()
        .allMatch(install -> SYSTEM.contains(install.packages().tool()) || !install.isHeavy());
  }

  /** Each by the name that its phase would have. */
  private static List<String> groups(RunStep run) {
    List<RunStep.Install> seconds = ShellFallback.seconds(run);
    List<String> groups = new ArrayList<>();
    for (RunStep.Install install : run.installs()) {
      if (!seconds.contains(install)) {
        install.packages().phaseName().ifPresent(groups::add);
      }
    }
    return groups;
  }
}
