package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuildPlanTest {
  private static final String ONE_STAGE =
      """
      FROM base
      # phase: torch
      RUN torch
      # phase: science
      RUN science
      # phase: app
      COPY . .
      """;

  private static final String TWO_STAGES =
      """
      FROM base AS builder
      # phase: wheels
      RUN wheels
      # phase: compile
      RUN compile
      FROM base
      # phase: system
      RUN system
      # phase: take
      COPY --from=builder /opt /opt
      # phase: app
      COPY . .
      """;

  private static BuildPlan plan(String text, String... available) {
    ResolvedDockerfile dockerfile =
        ResolvedDockerfile.of(Dockerfile.parse(text), Optional.empty(), Map.of(), "linux/amd64");
    List<Phase> phases = dockerfile.phases();
    return BuildPlan.of(dockerfile, phases, Set.of(available));
  }

  private static List<String> names(List<Phase> phases) {
    return phases.stream().map(Phase::name).toList();
  }

  @Test
  void shouldBuildEverythingWhenNothingIsCached() {
    BuildPlan plan = plan(ONE_STAGE);
    assertEquals(List.of("torch", "science", "app"), names(plan.toBuild()));
    assertEquals(List.of(), plan.cached());
  }

  @Test
  void shouldResumeFromTheDeepestCachedPhase() {
    BuildPlan plan = plan(ONE_STAGE, "torch", "science");
    assertEquals(List.of("science"), names(plan.cached()));
    assertEquals(List.of("app"), names(plan.toBuild()));
    assertEquals(List.of("torch"), names(plan.notNeeded()));
  }

  @Test
  void shouldResumeEvenWhenAnEarlierPhaseIsGone() {
    BuildPlan plan = plan(ONE_STAGE, "science");
    assertEquals(List.of("app"), names(plan.toBuild()));
  }

  @Test
  void shouldBuildAStageThatALaterPhaseCopiesFrom() {
    BuildPlan plan = plan(TWO_STAGES, "system", "wheels");
    assertEquals(List.of("wheels", "system"), names(plan.cached()));
    assertEquals(List.of("compile", "take", "app"), names(plan.toBuild()));
  }

  @Test
  void shouldLeaveAStageAloneThatOnlyCachedPhasesNeeded() {
    BuildPlan plan = plan(TWO_STAGES, "take");
    assertEquals(List.of("take"), names(plan.cached()));
    assertEquals(List.of("app"), names(plan.toBuild()));
    assertEquals(List.of("wheels", "compile", "system"), names(plan.notNeeded()));
  }

  @Test
  void shouldTakeAWholeStageFromTheCache() {
    BuildPlan plan = plan(TWO_STAGES, "compile", "system");
    assertEquals(List.of("compile", "system"), names(plan.cached()));
    assertEquals(List.of("take", "app"), names(plan.toBuild()));
  }

  @Test
  void shouldBuildTheStageThatAStageStandsOn() {
    BuildPlan plan =
        plan(
            """
            FROM base AS common
            # phase: common
            RUN common
            FROM common
            # phase: app
            RUN app
            """);
    assertEquals(List.of("common", "app"), names(plan.toBuild()));
  }
}
