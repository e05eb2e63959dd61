package io.jenkins.plugins.aiimage.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseFactsTest {
  private static PhaseFacts facts(String text) {
    return new PhaseFacts(
        ResolvedDockerfile.of(Dockerfile.parse(text), Optional.empty(), Map.of(), "linux/amd64"));
  }

  private static List<FeatureUse> features(String text) {
    PhaseFacts facts = facts(text);
    return facts.features(facts.file().phases());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUN --mount=type=secret,id=x y|RUN_MOUNT",
        "RUN --network=none y|RUN_NETWORK",
        "RUN --security=insecure y|RUN_SECURITY",
        "RUN <<EOF\\ny\\nEOF|HEREDOC",
        "COPY <<EOF /x\\ny\\nEOF|HEREDOC",
        "COPY --chmod=755 x /|CHMOD",
        "ADD --chmod=755 x /|CHMOD",
        "COPY --link x /|LINK",
        "COPY --link=false x /|LINK",
        "COPY --exclude=*.md x /|EXCLUDE",
        "COPY --parents x /|PARENTS",
        "ADD --checksum=sha256:1 https://x/y /|CHECKSUM",
        "ADD --keep-git-dir=true https://x/y.git /|KEEP_GIT_DIR"
      })
  void shouldFindAFeatureWithTheLineOfItsFirstUse(String instruction, Feature feature) {
    String text = instruction.replace("\\n", "\n") + "\n";
    assertEquals(List.of(new FeatureUse(feature, 3)), features("FROM a\nRUN x\n" + text + text));
  }

  @Test
  void shouldFindNothingInWhatAllBuildersKnow() {
    assertEquals(
        List.of(),
        features(
            """
            FROM --platform=linux/amd64 a AS b
            COPY --chown=1 --from=c x /
            RUN x --mount=1 '<<E'
            HEALTHCHECK --interval=1s CMD x
            FROM b
            RUN ["--network", "x"]
            """));
  }

  @Test
  void shouldLookOnlyAtStagesAndPhasesThatAreBuilt() {
    String text =
        """
        FROM a AS unused
        RUN --mount=type=cache,target=/c x
        FROM a
        # phase: one
        RUN --network=none x
        # phase: two
        COPY --link x /
        """;
    PhaseFacts facts = facts(text);
    List<Phase> phases = facts.file().phases();
    assertEquals(
        List.of(new FeatureUse(Feature.RUN_NETWORK, 5), new FeatureUse(Feature.LINK, 7)),
        facts.features(phases));
    assertEquals(List.of(new FeatureUse(Feature.LINK, 7)), facts.features(phases.subList(1, 2)));
  }

  @Test
  void shouldCountATriggerWhereItRuns() {
    String trigger = "FROM a AS p\nONBUILD RUN --mount=type=cache,target=/c x\n";
    assertEquals(List.of(), features(trigger));
    assertEquals(
        List.of(new FeatureUse(Feature.RUN_MOUNT, 2)), features(trigger + "FROM p\nRUN y\n"));
  }

  @Test
  void shouldTellTheArgumentsThatAPhaseSees() {
    PhaseFacts facts =
        facts(
            """
            ARG G=1
            FROM a AS p
            ARG P
            RUN x
            FROM p
            ARG A=1
            # phase: one
            RUN x
            # phase: two
            ARG B
            RUN y
            """);
    List<Phase> phases = facts.file().phases();
    assertEquals(Set.of("P"), facts.arguments(phases.get(0)));
    assertEquals(Set.of("A", "P"), facts.arguments(phases.get(1)));
    assertEquals(Set.of("A", "B", "P"), facts.arguments(phases.get(2)));
    assertFalse(facts.takes(phases.get(1), "B"));
    assertFalse(facts.takes(phases.get(2), "G"));
    assertTrue(facts.takes(phases.get(1), "HTTPS_PROXY"));
    assertTrue(facts.file().declaresGlobally("G"));
    assertFalse(facts.file().declaresGlobally("A"));
  }

  @Test
  void shouldTellWhatThePhasesAndTheFileSpeakOf() {
    PhaseFacts facts =
        facts(
            """
            ARG PIP_RETRIES=1
            FROM a
            # PIP_TIMEOUT
            ENV X=$PIP_RESUME_RETRIES
            # phase: a
            COPY pip.conf /
            # phase: b
            RUN <<E
            pip install x
            E
            """);
    List<Phase> phases = facts.file().phases();
    assertFalse(facts.runs(phases.get(0), "pip"));
    assertTrue(facts.runs(phases.get(1), "pip"));
    assertTrue(facts.mentions("PIP_RETRIES"));
    assertTrue(facts.mentions("PIP_RESUME_RETRIES"));
    assertFalse(facts.mentions("PIP_TIMEOUT"));
  }
}
