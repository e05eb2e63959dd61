package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.build.failure.Ansi;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
        "#4 sha256:9ac4bb4b8e0b902b4896b4b6f616dd70c9efbc8bebfc5a35c785f58e38d1728e|",
        "# a comment|# a comment",
        "#6|#6",
        "#6 16.|16.",
        "#6 16.5|16.5",
        "no prefix|no prefix"
      })
  void shouldTakeBuildKitsPrefixOff(String line, String readable) {
    assertEquals(readable == null ? "" : readable, new BuildKit(null, false).readable(line));
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

  @Test
  void shouldFollowBuildKitFromStepToStep() {
    Builder builder = new BuildKit(null, false);
    BuildTrace trace = follow(builder, "#5 [1/2] FROM x", "#6 [torch 2/2] RUN pip install torch");
    assertEquals(Optional.of("RUN pip install torch"), trace.instruction());
    trace = builder.follow(trace, "#5 DONE 0.1s");
    assertEquals(Optional.of("FROM x"), trace.instruction());
    trace = builder.follow(trace, "#6 0.5 Collecting torch");
    assertEquals(Optional.of("RUN pip install torch"), trace.instruction());
    assertEquals(Optional.empty(), builder.silentWork(trace, ProcessHandle.current()));
    trace = follow(builder, "#7 exporting to image", "#7 exporting layers");
    assertEquals(
        Optional.of("exporting layers"), builder.silentWork(trace, ProcessHandle.current()));
  }

  @Test
  void shouldFollowTheClassicBuilderFromStepToStep() {
    Builder builder = new ClassicBuilder(null);
    BuildTrace trace =
        follow(
            builder,
            "Step 2/4 : RUN pip install torch",
            " ---> Running in 35197214ed2f",
            "Collecting torch");
    assertEquals(Optional.of("RUN pip install torch"), trace.instruction());
    assertEquals(Optional.of("35197214ed2f"), trace.container());
    assertEquals(Optional.empty(), builder.follow(trace, "Step 3/4 : COPY a b").container());
  }

  private static BuildTrace follow(Builder builder, String... lines) {
    BuildTrace trace = BuildTrace.NONE;
    for (String line : lines) {
      trace = builder.follow(trace, line);
    }
    return trace;
  }
}
