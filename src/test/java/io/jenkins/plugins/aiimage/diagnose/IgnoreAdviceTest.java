package io.jenkins.plugins.aiimage.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.diagnose.ContextSurvey.Pile;
import io.jenkins.plugins.aiimage.report.Diagnosis.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IgnoreAdviceTest {
  private static final List<Pile> PILES =
      List.of(
          new Pile(Ballast.HISTORY, ".git", true, 3, 300),
          new Pile(Ballast.CACHE, "a/__pycache__", true, 1, 10),
          new Pile(Ballast.CACHE, "b/__pycache__", true, 1, 20),
          new Pile(Ballast.ENVIRONMENT, "my env[1]", true, 1, 5),
          new Pile(Ballast.MODEL, "models/big.pt", false, 1, 2_000_000),
          new Pile(Ballast.MODEL, "models/old.pt", false, 1, 1_000_000));

  private static List<String> patterns(String ignore, String... named) {
    return IgnoreAdvice.of(PILES, NamedPaths.of(Set.of(named), ignore)).stream()
        .map(Suggestion::pattern)
        .toList();
  }

  @Test
  void shouldSuggestARuleForAllOfAKindWhereNothingOfItIsNamed() {
    assertEquals(
        List.of("**/*.pt", "**/.git", "**/__pycache__", "my env\\[1]"), patterns("", ".", "src"));
  }

  @Test
  void shouldSuggestNothingThatIsNamedOrHoldsOrLiesInWhatIs() {
    assertEquals(
        List.of("models/old.pt", "a/__pycache__", "my env\\[1]"),
        patterns("", "models/big.pt", ".git/HEAD", "b"));
    assertEquals(List.of("**/.git", "**/__pycache__", "my env\\[1]"), patterns("", "models"));
    assertEquals(List.of("**/.git", "**/__pycache__", "my env\\[1]"), patterns("", "*/*.pt"));
  }

  @Test
  void shouldRespectTheExceptionsThatThereAre() {
    assertEquals(
        List.of("models/old.pt", "**/.git", "**/__pycache__", "my env\\[1]"),
        patterns("*.log\n!models/big.pt\n"));
  }

  @Test
  void shouldAddSafeRulesAndLeaveTheOthersToAPersonOnce() {
    List<Suggestion> suggestions = IgnoreAdvice.of(PILES, NamedPaths.of(Set.of(), ""));
    String added = new IgnoreFile(Path.of("x"), "*.log").addition(suggestions);

    assertEquals(
        """


        # Added by ai-image diagnose.
        **/.git
        **/__pycache__
        my env\\[1]
        # models, if the image does not need them: **/*.pt
        """,
        added);
    List<Suggestion> left = new ArrayList<>(suggestions);
    left.removeIf(Suggestion::safe);
    assertEquals("", new IgnoreFile(Path.of("x"), "*.log" + added).addition(left));
  }
}
