package io.jenkins.plugins.aiimage.lint;

import io.jenkins.plugins.aiimage.dockerfile.DockerfileException;
import io.jenkins.plugins.aiimage.lint.check.Checks;
import io.jenkins.plugins.aiimage.lint.check.Edit;
import io.jenkins.plugins.aiimage.lint.check.Finding;
import io.jenkins.plugins.aiimage.lint.check.Recipe;
import io.jenkins.plugins.aiimage.lint.check.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Mends what can be mended without a doubt; what is mended once is not mended again. */
final class Fixes {
  // Each time, something that a rule found is gone.
  private static final int MOST_ROUNDS = 100;

  private static final int DIVIDES = 1;

  private final Path file;
  private final Path context;
  private final TreeSet<Rule> rules = new TreeSet<>();
  private String text;

  private Fixes(String text, Path file, Path context) {
    this.text = text;
    this.file = file;
    this.context = context;
  }

  /**
   * A text that is mended.
   *
   * @param rules that found what is mended now; none if the text is the same
   */
  record Mended(String text, List<Rule> rules) {
    Mended {
      rules = List.copyOf(rules);
    }
  }

  /** Mends the text of a Dockerfile. */
  static Mended of(String text, Path file, Path context) {
    Fixes fixes = new Fixes(text, file, context);
    int rounds = 0;
    while (rounds < MOST_ROUNDS && fixes.round()) {
      rounds++;
    }
    return new Mended(fixes.text, List.copyOf(fixes.rules));
  }

  /** Makes the edits that come first; false where there are none. */
  private boolean round() {
    List<Finding> findings =
        Checks.run(Recipe.of(text, file, context)).stream()
            .filter(finding -> !finding.edits().isEmpty())
            .toList();
    int first = findings.stream().mapToInt(finding -> turn(finding.rule())).min().orElse(-1);
    Set<Edit> distinct = new LinkedHashSet<>();
    TreeSet<Rule> now = new TreeSet<>();
    for (Finding finding : findings) {
      if (turn(finding.rule()) == first) {
        distinct.addAll(finding.edits());
        now.add(finding.rule());
      }
    }
    List<Edit> edits = List.copyOf(distinct);
    // Stages are divided one after the other: the names of their phases must differ.
    Optional<String> better = apply(first == DIVIDES ? edits.subList(0, 1) : edits);
    better.ifPresent(
        other -> {
          text = other;
          rules.addAll(now);
        });
    return better.isPresent();
  }

  /** A stage is divided when its lines are right, since it is divided once; ENV comes last. */
  private static int turn(Rule rule) {
    return switch (rule) {
      case AI001 -> DIVIDES;
      case AI002, DK007 -> 2;
      default -> 0;
    };
  }

  /** Empty where nothing changes, or the file would be none any more. */
  private Optional<String> apply(List<Edit> unsorted) {
    List<Edit> edits = new ArrayList<>(unsorted);
    edits.sort(Comparator.comparingInt(Edit::start).thenComparing(Edit::end));
    StringBuilder other = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      if (edit.start() >= at) {
        other.append(text, at, edit.start()).append(edit.text());
        at = edit.end();
      }
    }
    other.append(text.substring(at));
    try {
      Checks.run(Recipe.of(other.toString(), file, context));
    } catch (DockerfileException e) {
      return Optional.empty();
    }
    return Optional.of(other.toString()).filter(changed -> !changed.equals(text));
  }
}
