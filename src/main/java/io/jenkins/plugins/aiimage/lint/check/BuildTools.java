package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.InstallCommand;
import io.jenkins.plugins.aiimage.dockerfile.PackageTool;
import io.jenkins.plugins.aiimage.lint.shell.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** DK001: compilers in the image that is run. */
final class BuildTools implements Check {
  private static final Set<String> TOOLS =
      Set.of(
          "build-essential",
          "build-base",
          "gcc",
          "g++",
          "make",
          "cmake",
          "clang",
          "cargo",
          "rustc",
          "gfortran",
          "ninja-build",
          "nvidia-cuda-toolkit");
  private static final Set<PackageTool> SYSTEM =
      Set.of(PackageTool.APT, PackageTool.APK, PackageTool.RPM);
  private static final Set<String> REMOVALS = Set.of("purge", "remove", "autoremove", "del");

  @Override
  public List<Finding> findings(Recipe recipe) {
    Set<Finding> found = new LinkedHashSet<>();
    for (StageView last : recipe.finalStages()) {
      for (StageView stage : last.lineage()) {
        for (RunStep run : stage.runs()) {
          List<String> tools = tools(run);
          if (!tools.isEmpty() && !removes(run)) {
            String message = String.join(", ", tools) + " stays in the image that is run";
            found.add(Finding.of(Rule.DK001, run.firstLine(), message));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<String> tools(RunStep run) {
    List<String> tools = new ArrayList<>();
    for (RunStep.Install install : run.installs()) {
      InstallCommand command = install.packages();
      if (SYSTEM.contains(command.tool())) {
        for (String each : command.packages()) {
          String name = each.split("=", 2)[0];
          boolean headers = name.endsWith("-dev") || name.endsWith("-devel");
          if (TOOLS.contains(name) || headers || name.startsWith("cuda-toolkit")) {
            tools.add(name);
          }
        }
      }
    }
    return tools;
  }

  private static boolean removes(RunStep run) {
    for (Element.Command command : run.script().commands()) {
      List<String> words = InstallCommand.withoutPrefixes(command.values());
      if (words.size() > 2
          && PackageTool.named(words.get(0)).filter(SYSTEM::contains).isPresent()
          && words.stream().anyMatch(REMOVALS::contains)) {
        return true;
      }
    }
    return false;
  }
}
