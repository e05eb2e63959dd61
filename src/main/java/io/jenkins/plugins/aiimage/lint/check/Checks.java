package io.jenkins.plugins.aiimage.lint.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All checks on one Dockerfile. */
public final class Checks {
  private static final List<Check> ALL =
      List.of(
          new BuildTools(),
          new BaseImages(),
          new RootUser(),
          new IgnoreFile(),
          new PackageCaches(),
          new PythonVariables(),
          new PackageGroups(),
          new PipTimeout(),
          new HiddenFailure(),
          new UnquotedBound(),
          new IdlePurge(),
          new ShellFallback(),
          new EarlyCopy(),
          new TorchIndexes(),
          new Secrets(),
          new NamedVolume(),
          new PackageLists());

  private Checks() {}

  /** What is found, ignored findings left out, in the order of the lines. */
  public static List<Finding> run(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (Check check : ALL) {
      found.addAll(check.findings(recipe));
    }
    Ignores ignores = recipe.ignores();
    found.addAll(
        ignores.unused(
            (rule, ignore) ->
                found.stream()
                    .anyMatch(
                        one ->
                            one.rule().name().equals(rule)
                                && ignore.first() <= one.line()
                                && one.line() <= ignore.last())));
    found.removeIf(finding -> ignores.cover(finding.rule().name(), finding.line()));
    found.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::rule));
    return List.copyOf(found);
  }
}
