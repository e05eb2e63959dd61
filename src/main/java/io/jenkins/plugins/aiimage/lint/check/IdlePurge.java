package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.InstallCommand;
import io.jenkins.plugins.aiimage.dockerfile.Span;
import io.jenkins.plugins.aiimage.lint.shell.Chain;
import io.jenkins.plugins.aiimage.lint.shell.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** AI005: {@code pip cache purge} where there is nothing to free, or what should stay. */
final class IdlePurge implements Check {
  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      for (RunStep run : stage.runs()) {
        if (isIdle(run, stage.variables())) {
          for (Element.Command command : run.script().commands()) {
            if (isPurge(command)) {
              found.add(finding(recipe, stage, run, command));
            }
          }
        }
      }
    }
    return found;
  }

  static boolean isPurge(Element element) {
    return element instanceof Element.Command command
        && String.join(" ", InstallCommand.withoutPrefixes(command.values()))
            .matches("(pip[0-9.]*|python[0-9.]* -m pip) cache purge");
  }

  private static boolean isIdle(RunStep run, Map<String, String> variables) {
    return run.mountsPipCache()
        || run.installs().stream()
            .filter(RunStep.Install::isPip)
            .allMatch(install -> PackageCaches.keepsNone(install, variables));
  }

  private static Finding finding(
      Recipe recipe, StageView stage, RunStep run, Element.Command purge) {
    int line = recipe.lines().line(run.start(purge.start()));
    String message =
        run.mountsPipCache()
            ? "pip cache purge empties the mounted cache that the next build would use"
            : "pip cache purge finds nothing in this layer to free";
    return new Finding(Rule.AI005, line, message, edits(recipe, stage, run, purge));
  }

  private static List<Edit> edits(
      Recipe recipe, StageView stage, RunStep run, Element.Command purge) {
    List<Chain> chains = run.script().chains();
    if (!run.script().plain()) {
      return List.of();
    }
    for (int i = 0; i < chains.size(); i++) {
      List<Chain.Link> links = chains.get(i).links();
      for (int j = 0; j < links.size(); j++) {
        if (links.get(j).element().equals(purge)) {
          return isAlone(chains.get(i))
              ? chain(recipe, stage, run, i)
              : link(recipe, run, links, j);
        }
      }
    }
    return List.of();
  }

  /** Whether the chain is just this, or this and {@code || true}. */
  private static boolean isAlone(Chain chain) {
    return chain.links().size() == 1
        || (chain.links().size() == 2
            && isPurge(chain.links().get(0).element())
            && chain.links().get(1).before().equals("||")
            && HiddenFailure.isNothing(chain.links().get(1).element()));
  }

  private static List<Edit> chain(Recipe recipe, StageView stage, RunStep run, int index) {
    List<Chain> chains = run.script().chains();
    if (index > 0) {
      int from = chains.get(index - 1).last().element().end();
      return Removal.of(recipe, run, from, chains.get(index).last().element().end());
    }
    boolean bare = chains.size() == 1 && stage.stage().instructions().size() > 1;
    Span span = run.instruction().span();
    // A mark of a phase must have an instruction behind it.
    return bare && !Marks.in(recipe, stage)
        ? Removal.ofFile(recipe, span.start(), span.end())
        : List.of();
  }

  private static List<Edit> link(Recipe recipe, RunStep run, List<Chain.Link> links, int index) {
    Element purge = links.get(index).element();
    if (index > 0 && links.get(index).before().equals("&&")) {
      return Removal.of(recipe, run, links.get(index - 1).element().end(), purge.end());
    }
    if (index == 0 && links.get(1).before().equals("&&")) {
      int start = run.start(purge.start());
      return Removal.ofFile(recipe, start, run.start(links.get(1).element().start()));
    }
    return List.of();
  }
}
