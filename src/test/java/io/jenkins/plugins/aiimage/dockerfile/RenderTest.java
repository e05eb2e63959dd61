package io.jenkins.plugins.aiimage.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderTest {
  private static final Map<Integer, String> IMAGES = Map.of(0, "i0", 1, "i1", 2, "i2", 3, "i3");

  private static ResolvedDockerfile resolve(String text) {
    return ResolvedDockerfile.of(Dockerfile.parse(text), Optional.empty(), Map.of(), "linux/amd64");
  }

  private static String render(String text, int phase, Map<String, String> pins) {
    ResolvedDockerfile file = resolve(text);
    return file.render(file.phases().get(phase), IMAGES, Optional.of("start"), pins, Map.of());
  }

  private static String render(String text, int phase) {
    return render(text, phase, Map.of());
  }

  private static final String TWO_PHASES =
      """
      # syntax=docker/dockerfile:1
      # escape=`

      # A comment
      ARG VERSION=3.11 `
        OTHER=1
      FROM --platform=$BUILDPLATFORM python:${VERSION} AS Main
      # why
      ARG INDEX=https://a
      RUN pip install torch

      # then
      COPY . `
        # all
        .
      """;

  @Test
  void shouldBeginAStageWithItsOwnFrom() {
    assertEquals(
        """
        # syntax=docker/dockerfile:1
        # escape=`
        ARG VERSION=3.11 `
          OTHER=1
        FROM --platform=$BUILDPLATFORM python:3.11@sha256:1 AS Main
        # why
        ARG INDEX=https://a
        RUN pip install torch
        """,
        render(TWO_PHASES, 0, Map.of("python:3.11", "python:3.11@sha256:1", "python", "no")));
  }

  @Test
  void shouldContinueAStageOnTheImageBeforeWithItsArguments() {
    assertEquals(
        """
        # syntax=docker/dockerfile:1
        # escape=`
        ARG VERSION=3.11 `
          OTHER=1
        FROM --platform=$BUILDPLATFORM start AS main
        ARG INDEX=https://a

        # then
        COPY . `
          # all
          .
        """,
        render(TWO_PHASES, 1));
  }

  private static final String STAGES =
      """
      FROM a AS one
      ARG X=1
      RUN x
      FROM b
      RUN y
      FROM one AS three
      ARG Z
      RUN pip install z
      RUN --mount=from=c,target=/c --mount=type=cache,from=d:1,target=/d w
      FROM three
      COPY --from=1 /y /y
      COPY --from=c --chown=1 /c /c
      """;

  @Test
  void shouldStandImagesInForOtherStages() {
    assertEquals(
        List.of("one", "stage-1", "z", "three", "final"),
        resolve(STAGES).phases().stream().map(Phase::name).toList());
    assertEquals("FROM scratch AS one\nFROM b\nRUN y\n", render(STAGES, 1));
    assertEquals(
        "FROM i0 AS one\nARG X=1\nFROM scratch\nFROM one AS three\nARG Z\nRUN pip install z\n",
        render(STAGES, 2));
    assertEquals(
        """
        FROM scratch AS one
        FROM scratch
        FROM start AS previous-phase
        ARG X=1
        FROM previous-phase AS three
        ARG Z
        RUN --mount=from=c@1,target=/c --mount=type=cache,from=d@1,target=/d w
        """,
        render(STAGES, 3, Map.of("c", "c@1", "d:1", "d@1")));
    assertEquals(
        """
        FROM scratch AS one
        FROM i1
        FROM i2 AS three
        ARG X=1
        ARG Z
        FROM three
        COPY --from=1 /y /y
        COPY --from=c@1 --chown=1 /c /c
        """,
        render(STAGES, 4, Map.of("c", "c@1")));
  }

  @Test
  void shouldKeepAStageThatOnlyNamesAnImage() {
    assertEquals(
        "FROM nginx@1 AS n\nFROM x\nCOPY --from=n /a /b\n",
        render("FROM nginx AS n\nFROM x\nCOPY --from=n /a /b\n", 0, Map.of("nginx", "nginx@1")));
  }

  @Test
  void shouldKeepAStageWithTriggersAndWhatItNeeds() {
    String text = "FROM a AS o\nRUN o\nFROM o AS p\nONBUILD COPY --from=c x y\nFROM p\nRUN z\n";

    assertEquals(
        "FROM i0 AS o\nFROM o AS p\nONBUILD COPY --from=c@1 x y\nFROM p\nRUN z\n",
        render(text, 1, Map.of("c", "c@1")));
  }

  @Test
  void shouldLeaveOutArgumentsThatAnEnvHasOverwritten() {
    String text =
        "FROM a\nARG A=1 B=\"2 3\"\nARG C=1\nENV A=x C=y\nARG C\nRUN pip install torch\nRUN x";

    assertEquals("FROM start\nARG B=\"2 3\"\nARG C\nRUN x\n", render(text, 1));
  }

  @Test
  void shouldDeclareTheArgumentsOfTriggersAgain() {
    String text = "FROM a AS p\nONBUILD ARG X=1\nFROM p\nRUN pip install torch\nRUN x\n";

    assertEquals("FROM scratch AS p\nFROM start\nARG X=1\nRUN x\n", render(text, 1));
  }

  @Test
  void shouldRenderAnEmptyTarget() {
    assertEquals("FROM a@1\n", render("FROM a", 0, Map.of("a", "a@1")));
    assertEquals("FROM i0 AS a\nFROM a\n", render("FROM x AS a\nRUN x\nFROM a", 1));
  }

  private static String renderWith(String text, int phase) {
    ResolvedDockerfile file = resolve(text);
    return file.render(
        file.phases().get(phase),
        IMAGES,
        Optional.of("start"),
        Map.of("a", "a@1"),
        Map.of("PIP_RETRIES", "9", "PIP_DEFAULT_TIMEOUT", "60"));
  }

  private static final String EXTRA = "ARG PIP_DEFAULT_TIMEOUT=60\nARG PIP_RETRIES=9\n";

  @Test
  void shouldDeclareMoreArgumentsWhereAStageBegins() {
    String text = "FROM a\n# why\nARG X\nRUN pip install torch\nRUN y\n";

    assertEquals(
        "FROM a@1\n" + EXTRA + "# why\nARG X\nRUN pip install torch\n", renderWith(text, 0));
    assertEquals("FROM start\n" + EXTRA + "ARG X\nRUN y\n", renderWith(text, 1));
    assertEquals("FROM a@1\n" + EXTRA, renderWith("FROM a", 0));
  }

  @Test
  void shouldDeclareMoreArgumentsOnlyInStagesThatRunSomething() {
    assertEquals(
        "FROM scratch AS one\nFROM i1\nFROM i2 AS three\nARG X=1\nARG Z\nFROM three\n"
            + EXTRA
            + "COPY --from=1 /y /y\nCOPY --from=c --chown=1 /c /c\n",
        renderWith(STAGES, 4));
    assertEquals(
        "FROM a@1 AS p\n" + EXTRA + "RUN x\nONBUILD RUN y\nFROM p\n" + EXTRA + "RUN z\n",
        renderWith("FROM a AS p\nRUN x\nONBUILD RUN y\nFROM p\nRUN z\n", 0));
  }

  @Test
  void shouldAskForTheImagesItNeeds() {
    ResolvedDockerfile file = resolve(STAGES);
    List<Phase> phases = file.phases();

    assertThrows(
        IllegalArgumentException.class,
        () -> file.render(phases.get(2), Map.of(), Optional.empty(), Map.of(), Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> file.render(phases.get(3), IMAGES, Optional.empty(), Map.of(), Map.of()));
  }

  private static final String HEREDOCS =
      """
      # syntax=docker/dockerfile:1
      FROM a
      COPY <<-"one" <<two /data/
      \tkept $AS it is \\
      \tone
        # phase: no mark
      FROM no stage
      two
      RUN <<EOF
      pip install torch
      EOF
      RUN <<EOF bash -s
        echo 1 \\

      # no comment
      EOF
      """;

  @Test
  void shouldKeepHeredocsByteForByte() {
    int cut = HEREDOCS.indexOf("RUN <<EOF bash");
    String first = HEREDOCS.substring(0, cut);

    assertEquals(first, render(HEREDOCS, 0));
    assertEquals(
        "# syntax=docker/dockerfile:1\nFROM start\n" + HEREDOCS.substring(cut),
        render(HEREDOCS, 1));
  }
}
