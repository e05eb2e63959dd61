package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.lint.shell.Redirection;
import io.jenkins.plugins.aiimage.lint.shell.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** AI004: requirements that the shell takes for redirections. */
final class UnquotedBound implements Check {
  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      for (RunStep run : stage.runs()) {
        for (RunStep.Install install : run.installs()) {
          if (install.isPip()) {
            add(recipe, run, install, found);
          }
        }
      }
    }
    return found;
  }

  private static void add(
      Recipe recipe, RunStep run, RunStep.Install install, List<Finding> found) {
    // Where each word that may go on ends: the package, or the bound before.
    Map<Integer, Integer> starts = new HashMap<>();
    for (Word word : install.command().words()) {
      starts.put(word.end(), word.start());
    }
    Map<Integer, Integer> stretches = new TreeMap<>();
    for (Redirection redirection : install.command().redirections()) {
      Word target = redirection.target();
      boolean joined = target.start() == redirection.start() + redirection.operator().length();
      if (joined && isBound(redirection)) {
        int start = starts.getOrDefault(redirection.start(), redirection.start());
        stretches.put(start, target.end());
        starts.put(target.end(), start);
      }
    }
    stretches.forEach((start, end) -> found.add(finding(recipe, run, start, end)));
  }

  /** A file would hardly be called so. */
  private static boolean isBound(Redirection redirection) {
    String operator = redirection.operator();
    String target = redirection.target().text();
    boolean version = target.startsWith("=") || Character.isDigit(target.charAt(0));
    return version && (operator.equals(">") || operator.equals("<"));
  }

  private static Finding finding(Recipe recipe, RunStep run, int start, int end) {
    String written = run.instruction().arguments().substring(start, end);
    int from = run.start(start);
    int to = run.end(end);
    boolean safe =
        to - from == end - start
            && Character.isLetterOrDigit(written.charAt(0))
            && written.chars().noneMatch(c -> "\"'\\$`".indexOf(c) >= 0);
    List<Edit> edits = safe ? List.of(new Edit(from, to, "\"" + written + "\"")) : List.of();
    int line = recipe.lines().line(from);
    String message = written + " is a redirection for the shell: its bound is lost";
    return new Finding(Rule.AI004, line, message, edits);
  }
}
