package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.lint.shell.Chain;
import io.jenkins.plugins.aiimage.lint.shell.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** AI003: installations whose failure nobody sees. What stands in a group was meant so. */
final class HiddenFailure implements Check {
  private static final Set<String> NOTHING = Set.of("true", ":", "exit 0");

  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      for (RunStep run : stage.runs()) {
        if (run.script().plain()) {
          orTrue(recipe, run, found);
          thenTrue(recipe, run, found);
        }
      }
    }
    return found;
  }

  private static void orTrue(Recipe recipe, RunStep run, List<Finding> found) {
    for (Chain chain : run.script().chains()) {
      for (int i = 1; i < chain.links().size(); i++) {
        Chain.Link link = chain.links().get(i);
        if (link.before().equals("||")
            && succeeds(link.element())
            && installs(chain.links().subList(0, i))) {
          found.add(finding(recipe, run, "||", link.element(), edits(recipe, run, chain, i)));
        }
      }
    }
  }

  /** Safe where nothing else depends on it: the last command is the installation itself. */
  private static List<Edit> edits(Recipe recipe, RunStep run, Chain chain, int at) {
    List<Chain.Link> links = chain.links();
    boolean safe =
        at + 1 == links.size()
            && chain.end().isEmpty()
            && isNothing(links.get(at).element())
            && links.stream().filter(link -> link.before().equals("||")).count() == 1
            && isInstall(links.get(at - 1).element());
    return safe
        ? Removal.of(recipe, run, links.get(at - 1).element().end(), links.get(at).element().end())
        : List.of();
  }

  private static void thenTrue(Recipe recipe, RunStep run, List<Finding> found) {
    List<Chain> chains = run.script().chains();
    if (chains.size() < 2 || stopsAtErrors(run)) {
      return;
    }
    Chain last = chains.get(chains.size() - 1);
    Chain before = chains.get(chains.size() - 2);
    boolean hides = last.links().size() == 1 && isNothing(last.last().element());
    if (hides && chains.stream().anyMatch(chain -> installs(chain.links()))) {
      Element element = last.last().element();
      boolean safe =
          last.end().isEmpty()
              && chains.size() == 2
              && before.end().equals(";")
              && isInstall(before.last().element());
      List<Edit> edits =
          safe ? Removal.of(recipe, run, before.last().element().end(), element.end()) : List.of();
      found.add(finding(recipe, run, ";", element, edits));
    }
  }

  private static Finding finding(
      Recipe recipe, RunStep run, String operator, Element element, List<Edit> edits) {
    int line = recipe.lines().line(run.start(element.start()));
    String written = run.instruction().arguments().substring(element.start(), element.end());
    String message = operator + " " + written + " makes a success of every failure before it";
    return new Finding(Rule.AI003, line, message, edits);
  }

  private static boolean stopsAtErrors(RunStep run) {
    return run.script().commands().stream()
        .map(Element.Command::values)
        .anyMatch(
            words ->
                words.size() > 1
                    && words.get(0).equals("set")
                    && words.get(1).startsWith("-")
                    && words.get(1).contains("e"));
  }

  private static boolean installs(List<Chain.Link> links) {
    return links.stream().anyMatch(link -> isInstall(link.element()));
  }

  private static boolean isInstall(Element element) {
    return element instanceof Element.Command command && RunStep.install(command).isPresent();
  }

  /** Whether it does nothing but succeed. */
  static boolean isNothing(Element element) {
    return element instanceof Element.Command command
        && command.redirections().isEmpty()
        && NOTHING.contains(String.join(" ", command.values()));
  }

  private static boolean succeeds(Element element) {
    return isNothing(element)
        || (element instanceof Element.Command command
            && !command.words().isEmpty()
            && command.words().get(0).value().equals("echo"));
  }
}
