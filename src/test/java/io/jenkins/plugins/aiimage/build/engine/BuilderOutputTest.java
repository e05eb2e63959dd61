package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.build.failure.Ansi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderOutputTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "#6 16.68 Successfully installed torch|Successfully installed torch",
        "#12 DONE 0.3s|DONE 0.3s",
        "#6 0.123   indented|  indented",
        "#6 [2/3] RUN pip install torch|[2/3] RUN pip install torch",
        "# a comment|# a comment",
        "#6|#6",
        "#6 16.|16.",
        "#6 16.5|16.5",
        "no prefix|no prefix"
      })
  void shouldTakeBuildKitsPrefixOff(String line, String readable) {
    assertEquals(readable, new BuildKit(null, false).readable(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[91mE: Unable to locate package x\u001b[0m",
        "E: Unable \u001b[0m\u001b[91mto locate package x",
        "E: Unable to locate package x\u001b[K",
        "E: Unable to locate package x\u001b["
      })
  void shouldTakeColoursOutOfALine(String line) {
    assertEquals("E: Unable to locate package x", Ansi.strip(line));
  }
}
