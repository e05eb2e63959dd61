package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.report.CacheResult;
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
    ResolvedDockerfile dockerfile = resolved(text);
    return BuildPlan.of(dockerfile, dockerfile.phases(), Set.of(available));
  }

  private static ResolvedDockerfile resolved(String text) {
    return ResolvedDockerfile.of(Dockerfile.parse(text), Optional.empty(), Map.of(), "linux/amd64");
  }

  /** What is left of a plan, one lost phase after the other. */
  private static BuildPlan without(BuildPlan plan, String text, String... lost) {
    ResolvedDockerfile dockerfile = resolved(text);
    List<Phase> phases = dockerfile.phases();
    BuildPlan left = plan;
    for (String name : lost) {
      Phase phase =
          phases.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
      left = BuildPlan.of(dockerfile, phases, left.availableWithout(phase));
    }
    return left;
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

  @Test
  void shouldGoBackToThePhaseBeforeALostOne() {
    BuildPlan left = without(plan(ONE_STAGE, "torch", "science"), ONE_STAGE, "science");

    assertEquals(List.of("torch"), names(left.cached()));
    assertEquals(List.of("science", "app"), names(left.toBuild()));
    assertEquals(CacheResult.RESUMED, left.result());
  }

  @Test
  void shouldBuildEverythingOnceAllIsLost() {
    BuildPlan left = without(plan(ONE_STAGE, "torch", "science"), ONE_STAGE, "science", "torch");

    assertEquals(plan(ONE_STAGE), left);
    assertEquals(CacheResult.BUILT, left.result());
  }

  @Test
  void shouldNeedTheStagesThatALostPhaseCopiesFrom() {
    BuildPlan left = without(plan(TWO_STAGES, "take", "wheels"), TWO_STAGES, "take");

    assertEquals(List.of("wheels"), names(left.cached()));
    assertEquals(List.of("compile", "system", "take", "app"), names(left.toBuild()));
  }

  private static BuildPlan until(String goal, String text, String... available) {
    ResolvedDockerfile dockerfile = resolved(text);
    Phase phase =
        dockerfile.phases().stream().filter(p -> p.name().equals(goal)).findFirst().orElseThrow();
    return BuildPlan.of(dockerfile, dockerfile.phases(), phase, Set.of(available));
  }

  @Test
  void shouldNeedNothingBehindThePhaseThatIsWanted() {
    BuildPlan plan = until("science", ONE_STAGE, "torch", "app");
    assertEquals(List.of("torch"), names(plan.cached()));
    assertEquals(List.of("science"), names(plan.toBuild()));
    assertEquals(List.of("app"), names(plan.notNeeded()));
  }

  @Test
  void shouldNeedOnlyTheStagesOfThePhaseThatIsWanted() {
    assertEquals(List.of("system"), names(until("system", TWO_STAGES).toBuild()));
    assertEquals(List.of("wheels", "compile"), names(until("compile", TWO_STAGES).toBuild()));
    BuildPlan take = until("take", TWO_STAGES, "compile");
    assertEquals(List.of("compile"), names(take.cached()));
    assertEquals(List.of("system", "take"), names(take.toBuild()));
  }
}
