package io.jenkins.plugins.aiimage.jenkins.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.prepare.RequestReader;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRulesTest {
  private static final Map<String, Function<String, Optional<String>>> RULES =
      Map.of(
          "registry", FieldRules::registry,
          "image", FieldRules::repositoryPrefix,
          "builder", FieldRules::builder,
          "timeout", FieldRules::time,
          "retries", FieldRules::retries,
          "mirrors", FieldRules::mirrors);

  @TempDir Path context;

  /** Whatever a form lets pass, a run must take; whatever it refuses, a run must refuse. */
  @ParameterizedTest
  @CsvSource({
    "registry, reg.example:5000",
    "registry, http://reg.example",
    "registry, https://reg.example/v2",
    "registry, reg.example:99999",
    "image, team/ai",
    "image, Team",
    "image, a//b",
    "builder, auto",
    "builder, buildkit",
    "builder, docker",
    "builder, kaniko",
    "timeout, 90",
    "timeout, 1h30m",
    "timeout, 0s",
    "timeout, 5 minutes",
    "retries, 0",
    "retries, 100",
    "retries, 101",
    "retries, -1",
    "retries, many",
    "mirrors, INDEX=https://mirror.example/simple",
    "mirrors, INDEX",
    "mirrors, 1X=y",
    "mirrors, INDEX=",
  })
  void shouldAgreeWithTheProgram(String parameter, String text) throws IOException {
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\n");

    Optional<String> problem = RULES.get(parameter).apply(text);

    assertEquals(refusedByProgram(parameter, text), problem.isPresent(), problem::toString);
  }

  @Test
  void shouldTakeSourcesOneALineAndNameTheOneThatIsWrong() {
    assertEquals(
        Optional.empty(),
        FieldRules.trivySources("reg.example/trivy-db:2\n\nghcr.io/aquasecurity/trivy-db:2\n"));
    String problem = FieldRules.trivySources("reg.example/db:2\nA B").orElseThrow();
    assertTrue(problem.contains("A B"), problem);
  }

  private boolean refusedByProgram(String parameter, String text) {
    try {
      new RequestReader(Map.of(parameter, List.of(text)), context, Parameter::name).read();
      return false;
    } catch (UseCaseException e) {
      assertTrue(e.getMessage().startsWith(parameter + ": "), e::getMessage);
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void shouldTakeBlankForTheDefault(String blank) {
    RULES.forEach((name, rule) -> assertFalse(rule.apply(blank).isPresent(), name));
  }

  @Test
  void shouldTakeAMissingValueForTheDefault() {
    RULES.forEach((name, rule) -> assertFalse(rule.apply(null).isPresent(), name));
  }

  @Test
  void shouldAnswerWithASentence() {
    assertEquals(
        Optional.of("5 minutes is no time; write a positive one such as 90s, 5m or 1h30m."),
        FieldRules.time("5 minutes"));
    assertEquals(Optional.of("\"101\" is not a number from 0 to 100."), FieldRules.retries("101"));
  }
}
