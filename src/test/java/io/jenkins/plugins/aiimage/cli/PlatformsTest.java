package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.prepare.Prepare;
import io.jenkins.plugins.aiimage.prepare.RequestReader;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image for several platforms, as far as that needs no engine. */
class PlatformsTest {
  @TempDir private Path folder;
  private final ReportFold fold = new ReportFold();

  @BeforeEach
  void makeContext() throws IOException {
    Files.writeString(
        folder.resolve("Dockerfile"), "FROM scratch\nARG TARGETARCH\nCOPY ${TARGETARCH}.txt /\n");
    Files.writeString(folder.resolve("amd64.txt"), "1");
    Files.writeString(folder.resolve("arm64.txt"), "1");
  }

  private UseCase useCase(AnsweringRegistry registry, String... more) throws UseCaseException {
    Map<String, List<String>> values = new HashMap<>();
    values.put("platform", List.of("linux/amd64,linux/arm64"));
    values.put("registry", List.of(registry.address()));
    for (String flag : more) {
      values.put(flag, List.of());
    }
    // No engine can be started here.
    Map<String, String> environment =
        Map.of("PATH", folder.toString(), "AI_IMAGE_STATE", folder.resolve("state").toString());
    return Prepare.of(
        new RequestReader(values, folder, Parameter::name).read(),
        Machine.of(environment, Clock.systemUTC(), "1"));
  }

  private EventLog log() {
    return new EventLog(Clock.systemUTC(), List.of(fold));
  }

  @Test
  void shouldAnswerAHitWithOneRequestOnceTheDigestIsKnown() throws Exception {
    try (AnsweringRegistry registry = AnsweringRegistry.start(200)) {
      assertEquals(new Answer.Done(Optional.empty()), useCase(registry).answer(log()));
      assertEquals(2, registry.requests());
      assertEquals(new Answer.Done(Optional.empty()), useCase(registry).answer(log()));
      assertEquals(3, registry.requests());
    }
    RunReport report = fold.report();
    assertEquals(Optional.of(CacheResult.HIT), report.image().cache());
    assertEquals("linux/amd64,linux/arm64", report.image().recipe().platform());
  }

  @Test
  void shouldAnswerThatThereIsWorkUnderTheKeyOfTheIndex() throws Exception {
    try (AnsweringRegistry registry = AnsweringRegistry.start(404)) {
      Answer.Work work = (Answer.Work) useCase(registry).answer(log());
      assertEquals(fold.report().image().recipe().key(), work.key());
      assertEquals(registry.address() + "/ai-security-processor", work.repository());
      assertTrue(work.shared());
      for (PhaseReport phase : fold.report().image().phases()) {
        assertFalse(phase.key().equals(work.key()), phase.name());
      }
    }
  }

  @Test
  void shouldAnswerAPlanItself() throws Exception {
    try (AnsweringRegistry registry = AnsweringRegistry.start(404)) {
      assertEquals(new Answer.Done(Optional.empty()), useCase(registry, "dryRun").answer(log()));
    }
    assertEquals(Optional.of(CacheResult.BUILT), fold.report().image().planned());
    assertEquals(
        List.of("final (linux/amd64)", "final (linux/arm64)"),
        fold.report().image().phases().stream().map(PhaseReport::name).toList());
  }

  @Test
  void shouldHaveOneBeginningAndOneEnd() throws Exception {
    Map<String, Integer> events = new HashMap<>();
    EventLog log =
        new EventLog(
            Clock.systemUTC(),
            List.of(e -> events.merge(e.event().getClass().getSimpleName(), 1, Integer::sum)));
    try (AnsweringRegistry registry = AnsweringRegistry.start(404)) {
      assertTrue(useCase(registry).run(log).isPresent());
    }
    assertEquals(Map.of("RunStarted", 1, "RecipeRead", 1, "InputsRead", 1, "RunFailed", 1), events);
  }
}
