package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.PackageTool;
import io.jenkins.plugins.aiimage.lint.shell.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** DK006 and AI012: what becomes of the packages that were downloaded. */
final class PackageCaches implements Check {
  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      Map<String, String> variables = stage.variables();
      for (RunStep run : stage.runs()) {
        pip(run, variables, found);
        apt(run, found);
      }
    }
    return found;
  }

  private static void pip(RunStep run, Map<String, String> variables, List<Finding> found) {
    List<RunStep.Install> installs =
        run.installs().stream().filter(RunStep.Install::isPip).toList();
    if (installs.isEmpty()) {
      return;
    }
    boolean none = installs.stream().allMatch(install -> keepsNone(install, variables));
    if (!none && !run.mountsPipCache() && !removes(run, ".cache", "pip cache purge")) {
      found.add(Finding.of(Rule.DK006, run.firstLine(), "pip's cache stays in the layer"));
    }
    if (none && run.mountsCache("/pip")) {
      String message = "the mounted cache of pip is turned off by --no-cache-dir";
      found.add(Finding.of(Rule.AI012, run.firstLine(), message));
    }
  }

  /** Whether pip was told to keep nothing. */
  static boolean keepsNone(RunStep.Install install, Map<String, String> variables) {
    return install.packages().has("--no-cache-dir", "--no-cache")
        || isOn(variables.getOrDefault("PIP_NO_CACHE_DIR", ""))
        || isOn(variables.getOrDefault("UV_NO_CACHE", ""));
  }

  private static boolean isOn(String value) {
    return !List.of("", "0", "false", "off", "no").contains(value.toLowerCase(Locale.ROOT));
  }

  private static void apt(RunStep run, List<Finding> found) {
    boolean installs =
        run.installs().stream().anyMatch(each -> each.packages().tool() == PackageTool.APT);
    if (installs
        && !run.mountsCache("/var/cache/apt", "/var/lib/apt")
        && !removes(run, "/var/lib/apt", "/var/lib/apt")) {
      found.add(Finding.of(Rule.DK006, run.firstLine(), "apt's lists stay in the layer"));
    }
  }

  private static boolean removes(RunStep run, String folder, String command) {
    for (Element.Command each : run.script().commands()) {
      String words = String.join(" ", each.values());
      if (words.contains(command) || (words.contains("rm ") && words.contains(folder))) {
        return true;
      }
    }
    return false;
  }
}
