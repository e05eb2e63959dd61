package io.jenkins.plugins.aiimage.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.lint.check.Checks;
import io.jenkins.plugins.aiimage.lint.check.Recipe;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
  @TempDir private Path context;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "processor | 1 DK004, 1 DK007, 5 AI006, 6 AI004, 6 AI004",
        "cached | 2 DK006, 8 AI011, 10 DK004, 10 DK007, 14 DK005",
        "hang | 2 DK007, 8 AI001, 12 AI002, 12 AI004, 12 AI004, 13 AI002, 14 AI002, 14 AI004,"
            + " 14 AI004, 14 AI004, 15 AI003, 15 AI005, 17 DK005",
        "agent | ''",
        "whisper | 1 DK003, 1 DK004, 1 DK007, 2 AI010, 4 DK006, 5 DK005, 5 AI007, 6 DK006, 6 AI002,"
            + " 7 DK006, 7 AI002, 7 AI009, 8 DK006, 8 AI002, 8 AI003"
      })
  void shouldFindWhatHurts(String name, String expected) {
    Recipe recipe = Recipe.of(Samples.read(name), context.resolve("Dockerfile"), context);

    String found =
        Checks.run(recipe).stream()
            .map(finding -> finding.line() + " " + finding.rule())
            .collect(Collectors.joining(", "));

    assertEquals(expected, found);
  }
}
