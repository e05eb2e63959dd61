package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.prepare.PhaseSources.Answer;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.usecase.Machine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhaseSourcesTest {
  private static final Machine MACHINE = Machine.of(Map.of(), Clock.systemUTC(), "test");
  private static final ImageCache FIRST = cache("first.example.com");
  private static final ImageCache SECOND = cache("second.example.com");
  private static final ImageCache THIRD = cache("third.example.com");

  private static final ResolvedDockerfile FILE =
      ResolvedDockerfile.of(
          Dockerfile.parse(
              """
              FROM base
              # phase: torch
              RUN torch
              # phase: science
              RUN science
              # phase: app
              COPY . .
              """),
          Optional.empty(),
          Map.of(),
          "linux/amd64");

  private static ImageCache cache(String host) {
    RegistryHost known = RegistryHost.parse(host);
    return new RegistryCache(known, MACHINE.registry(known).repository("app"));
  }

  private static BuildPlan plan(PhaseSources sources) {
    return BuildPlan.of(FILE, FILE.phases(), sources.available());
  }

  private static List<String> names(List<Phase> phases) {
    return phases.stream().map(Phase::name).toList();
  }

  @Test
  void shouldTakeTheSamePhaseFromTheFirstThatHasIt() {
    PhaseSources sources =
        PhaseSources.of(
            List.of(
                new Answer(FIRST, Set.of()),
                new Answer(SECOND, Set.of("torch")),
                new Answer(THIRD, Set.of("torch"))));
    assertEquals(Map.of("torch", SECOND), sources.byPhase());
  }

  @Test
  void shouldPreferADeeperPhaseOfALaterRegistry() {
    PhaseSources sources =
        PhaseSources.of(
            List.of(
                new Answer(FIRST, Set.of("torch")),
                new Answer(SECOND, Set.of("torch", "science"))));
    BuildPlan plan = plan(sources);
    assertEquals(List.of("science"), names(plan.cached()));
    assertEquals(List.of("app"), names(plan.toBuild()));
    assertEquals(SECOND, sources.byPhase().get("science"));
    assertEquals(
        Map.of("registry second.example.com", List.of("science")),
        sources.elsewhere(plan.cached(), FIRST));
  }

  @Test
  void shouldNotMentionWhatTheUsualCacheGives() {
    PhaseSources sources =
        PhaseSources.of(
            List.of(
                new Answer(FIRST, Set.of("science")),
                new Answer(SECOND, Set.of("torch", "science"))));
    assertEquals(Map.of(), sources.elsewhere(plan(sources).cached(), FIRST));
  }

  @Test
  void shouldHaveNothingWhereNobodyAnswers() {
    assertEquals(Set.of(), PhaseSources.of(List.of()).available());
  }
}
