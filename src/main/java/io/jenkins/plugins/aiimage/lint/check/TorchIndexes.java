package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.InstallCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** AI008 and AI009: where torch comes from. */
final class TorchIndexes implements Check {
  private static final String[] OPTIONS = {
    "--index-url", "-i", "--extra-index-url", "-f", "--find-links", "--index", "--default-index"
  };
  private static final Set<String> INDEX_VARIABLES =
      Set.of("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "UV_INDEX_URL", "UV_INDEX");

  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    boolean gpu = hasGpu(recipe);
    for (StageView stage : recipe.stages()) {
      Map<String, String> variables = stage.variables();
      Set<String> kinds = new TreeSet<>();
      for (RunStep run : stage.runs()) {
        List<RunStep.Install> seconds = ShellFallback.seconds(run);
        for (RunStep.Install install : run.installs()) {
          int line = recipe.lines().line(run.start(install.command().start()));
          boolean several = kinds.size() > 1;
          kinds.addAll(kinds(install, variables));
          if (kinds.size() > 1 && !several) {
            String message = "wheels for " + String.join(" and ", kinds) + " in one image";
            found.add(Finding.of(Rule.AI009, line, message));
          }
          if (!gpu && !seconds.contains(install) && fromPypi(recipe, install, variables)) {
            String message = "torch comes from PyPI, with CUDA, and nothing here uses a GPU";
            found.add(Finding.of(Rule.AI008, line, message));
          }
        }
      }
    }
    return found;
  }

  private static boolean fromPypi(
      Recipe recipe, RunStep.Install install, Map<String, String> variables) {
    InstallCommand command = install.packages();
    return install.isPip()
        && PackageList.names(recipe, install).contains("torch")
        && !command.has(OPTIONS)
        && command.packages().stream().noneMatch(each -> each.contains("+cpu"))
        && command.packages().stream().noneMatch(each -> each.contains("://"))
        && PackageList.of(recipe, install).stream()
            .flatMap(list -> list.lines().stream())
            .noneMatch(line -> line.contains("://") || line.contains("+cpu"))
        && variables.keySet().stream().noneMatch(INDEX_VARIABLES::contains);
  }

  private static boolean hasGpu(Recipe recipe) {
    String text = recipe.text();
    return recipe.stages().stream()
            .anyMatch(
                stage ->
                    stage.base().filter(base -> base.isForGpu() || isPytorch(base)).isPresent())
        || text.contains("NVIDIA_")
        || text.contains("CUDA_")
        || text.contains("/whl/cu")
        || text.contains("+cu1")
        || text.contains("global.index-url");
  }

  /** Brings its own torch. */
  private static boolean isPytorch(BaseName base) {
    return base.repository().equals("pytorch");
  }

  /** Such as {@code cpu} and {@code cu118}: what its index and its versions are for. */
  private static Set<String> kinds(RunStep.Install install, Map<String, String> variables) {
    Set<String> kinds = new TreeSet<>();
    if (install.isPip()) {
      for (String word : install.packages().words()) {
        String value = word.substring(word.startsWith("--") ? word.indexOf('=') + 1 : 0);
        String text = Values.expanded(value, variables);
        addBehind(text, "/whl/", kinds);
        addBehind(text, "+", kinds);
      }
    }
    return kinds;
  }

  private static void addBehind(String text, String sign, Set<String> kinds) {
    int at = text.indexOf(sign);
    if (at >= 0) {
      int start = at + sign.length();
      int end = start;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      String kind = text.substring(start, end);
      if (kind.equals("cpu") || kind.matches("cu[0-9]+|rocm[0-9]*")) {
        kinds.add(kind);
      }
    }
  }
}
