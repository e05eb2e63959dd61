package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.report.Diagnosis.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes rules for {@code .dockerignore} of the ballast that was found. */
final class IgnoreAdvice {
  private static final int MOST_SINGLE = 20;

  private IgnoreAdvice() {}

  /** The rules, the largest saving first; none hides what is named. */
  static List<Suggestion> of(List<ContextSurvey.Pile> piles, NamedPaths named) {
    Map<String, List<ContextSurvey.Pile>> byRule = new LinkedHashMap<>();
    for (ContextSurvey.Pile pile : piles) {
      byRule.computeIfAbsent(rule(pile), any -> new ArrayList<>()).add(pile);
    }
    List<Suggestion> suggestions = new ArrayList<>();
    byRule.forEach(
        (rule, found) -> {
          boolean general =
              !named.wouldMiss(rule) && found.stream().noneMatch(pile -> named.touch(pile.path()));
          if (general) {
            suggestions.add(suggestion(rule, found));
          } else {
            found.stream()
                .filter(pile -> !named.touch(pile.path()))
                .sorted(Comparator.comparingLong(ContextSurvey.Pile::bytes).reversed())
                .limit(MOST_SINGLE)
                .forEach(pile -> suggestions.add(suggestion(quoted(pile.path()), List.of(pile))));
          }
        });
    suggestions.sort(
        Comparator.comparingLong(Suggestion::bytes).reversed().thenComparing(Suggestion::pattern));
    return suggestions;
  }

  /** Of a folder by its name where it may be anywhere, of a file by its ending. */
  private static String rule(ContextSurvey.Pile pile) {
    String name = pile.path().substring(pile.path().lastIndexOf('/') + 1);
    if (!pile.folder()) {
      return "**/*." + quoted(name.substring(name.lastIndexOf('.') + 1));
    }
    boolean byName = Ballast.ofFolder(name).filter(kind -> kind == pile.kind()).isPresent();
    return byName && pile.kind().safe() ? "**/" + quoted(name) : quoted(pile.path());
  }

  /** A name that has signs of patterns in it. */
  private static String quoted(String path) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      quoted.append("*?[\\".indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    boolean special = quoted.length() > 0 && "#!".indexOf(quoted.charAt(0)) >= 0;
    return special ? "./" + quoted : quoted.toString();
  }

  private static Suggestion suggestion(String pattern, List<ContextSurvey.Pile> piles) {
    Ballast kind = piles.get(0).kind();
    return new Suggestion(
        pattern,
        kind.words(),
        piles.stream().mapToLong(ContextSurvey.Pile::files).sum(),
        piles.stream().mapToLong(ContextSurvey.Pile::bytes).sum(),
        kind.safe());
  }
}
