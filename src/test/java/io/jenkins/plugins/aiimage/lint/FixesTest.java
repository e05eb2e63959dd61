package io.jenkins.plugins.aiimage.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.lint.check.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixesTest {
  private static final String HEAD =
      "FROM a:1\nENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_DEFAULT_TIMEOUT=9\n";

  @TempDir private Path context;

  private Fixes.Mended fix(String text) {
    return Fixes.of(text, context.resolve("Dockerfile"), context);
  }

  private static List<Phase> phases(String text) {
    Dockerfile file = Dockerfile.parse(text);
    return ResolvedDockerfile.of(file, Optional.empty(), Map.of(), "linux/amd64").phases();
  }

  @Test
  void shouldDivideTheRunThatHangsIntoPhases() {
    String fixed = fix(Samples.read("hang")).text();

    List<Phase> phases = phases(fixed);
    assertEquals(
        List.of("git", "protobuf", "tensorflow", "torch", "transformers", "final"),
        phases.stream().map(Phase::name).toList());
    Optional<Duration> timeout = Optional.of(Duration.ofSeconds(1000));
    assertEquals(timeout, phases.get(3).settings().timeout());
    assertEquals(Optional.empty(), phases.get(1).settings().timeout());
    assertTrue(
        fixed.contains("# before torch\nRUN --mount=type=cache,target=/root/.cache/pip \\\n"));
    assertTrue(fixed.contains("\"numpy>=1.24.0,<2\"\n"), fixed);
    assertTrue(fixed.startsWith("# syntax=docker/dockerfile:1\nFROM python:3.10-slim\nENV "));
    assertEquals(
        List.of(Rule.DK007, Rule.AI001, Rule.AI002, Rule.AI003, Rule.AI004, Rule.AI005),
        fix(Samples.read("hang")).rules());
  }

  @ParameterizedTest
  @ValueSource(strings = {"processor", "cached", "hang", "agent", "whisper"})
  void shouldLeaveNothingToDoTheSecondTime(String name) {
    String once = fix(Samples.read(name)).text();

    assertEquals(once, fix(once).text());
    assertEquals(List.of(), fix(once).rules());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "RUN pip install torch>=2 @ RUN pip install \"torch>=2\"",
        "RUN pip install a>=1,<2 b @ RUN pip install \"a>=1,<2\" b",
        "RUN pip install a && pip install -U pip || true @ RUN pip install a && pip install -U pip",
        "RUN pip install a; true @ RUN pip install a",
        "RUN pip install --no-cache-dir a && pip cache purge && b @ RUN pip install --no-cache-dir a && b",
        "RUN pip cache purge && b @ RUN b",
        "RUN b; pip cache purge || true @ RUN b"
      })
  void shouldMendALine(String before, String after) {
    assertEquals(HEAD + after + "\nCMD a\n", fix(HEAD + before + "\nCMD a\n").text());
  }

  @Test
  void shouldTakeAwayARunThatOnlyPurges() {
    assertEquals(HEAD + "CMD a\n", fix(HEAD + "RUN pip cache purge || true\nCMD a\n").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install a >=2",
        "RUN pip install $A>=2",
        "RUN pip install a\\\n>=2",
        "RUN a || pip install b || true",
        "RUN pip install a && make || true",
        "RUN pip install a \\\n # why\n || true",
        "RUN cd /x && pip install torch && pip install numpy",
        "RUN export A=1 && pip install torch && pip install numpy",
        "RUN pip install torch && pip install numpy && rm -rf /src",
        "RUN if a; then pip install torch && pip install numpy; fi",
        "RUN apt-get update && apt-get install -y a && pip install b && rm -rf /var/lib/apt/lists/*",
        "# phase: mine\nRUN pip install torch && pip install numpy",
        "ONBUILD RUN true\nRUN pip install torch && pip install numpy",
        "# ai-image: ignore=AI001\nRUN pip install torch && pip install numpy",
        "# ai-image: ignore-file=AI004\nRUN pip install a>=2",
        "RUN [\"sh\", \"-c\", \"pip install a>=2\"]",
        "RUN <<EOF\npip install a>=2\nEOF"
      })
  void shouldLeaveAloneWhatCouldGoWrong(String text) {
    assertEquals(HEAD + text + "\n", fix(HEAD + text + "\n").text());
  }

  @Test
  void shouldKeepTheEndsOfLinesAndTheLastOneOpen() {
    String text =
        "\uFEFFFROM a:1\r\nENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1\r\n"
            + "RUN pip install x && \\\r\n  pip install y";

    assertEquals(
        "\uFEFFFROM a:1\r\n# phase: x\r\nENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1\r\n"
            + "RUN pip install x\r\n\r\n# phase: y\r\nRUN pip install y",
        fix(text).text());
  }
}
