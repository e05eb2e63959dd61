package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.report.DatabaseEvent;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrivyTaskTest {
  private static final String DIGEST = "sha256:" + "ab".repeat(32);
  private static final Instant MADE = Instant.parse("2026-03-02T07:45:00Z");

  @TempDir private Path folder;

  private static Map<String, Object> result(Event... events) {
    ReportFold fold = new ReportFold();
    for (int i = 0; i < events.length; i++) {
      fold.on(new Entry(i + 1, MADE, events[i]));
    }
    return new TrivyTask().result(fold.report());
  }

  private static Event started(boolean dryRun) {
    return new DatabaseEvent.DatabasesStarted("X", List.of("vulnerabilities"), "/c", dryRun, "1");
  }

  private static Event ready(String name, DatabaseResult result, Optional<String> source) {
    return new DatabaseEvent.DatabaseReady(
        name,
        "/c/" + name,
        source.map(any -> DIGEST),
        MADE,
        Duration.ofHours(2),
        source,
        result,
        70,
        Duration.ofSeconds(2));
  }

  @Test
  void shouldReturnTheVariablesAndEachDatabaseAndTheFirstAboveThem() {
    Map<String, Object> result =
        result(
            started(false),
            ready("vulnerabilities", DatabaseResult.FETCHED, Optional.of("a.b/db:2")),
            ready("java", DatabaseResult.HIT, Optional.empty()),
            new DatabaseEvent.DatabasesSucceeded(List.of("A=1", "B=2"), Duration.ofSeconds(3)));

    assertEquals(List.of("A=1", "B=2"), result.get("environment"));
    assertEquals("FETCHED", result.get("result"));
    assertEquals("/c/vulnerabilities", result.get("path"));
    assertEquals(DIGEST, result.get("digest"));
    assertEquals("2026-03-02T07:45:00Z", result.get("updatedAt"));
    assertEquals(7_200_000L, result.get("ageMs"));
    assertEquals("a.b/db:2", result.get("source"));
    assertEquals(70L, result.get("bytes"));
    assertEquals(2000L, result.get("durationMs"));
    List<?> databases = assertInstanceOf(List.class, result.get("databases"));
    Map<?, ?> java = assertInstanceOf(Map.class, databases.get(1));
    assertEquals("java", java.get("database"));
    assertEquals("HIT", java.get("result"));
    assertNull(java.get("source"));
    assertNull(java.get("digest"));
  }

  @Test
  void shouldReturnNoVariablesOfADryRun() {
    Map<String, Object> result =
        result(
            started(true),
            new DatabaseEvent.DatabasePlanned("vulnerabilities", "/c/db", "would ask a.b/db:2"),
            new DatabaseEvent.DatabasesSucceeded(List.of(), Duration.ofSeconds(3)));

    assertEquals(List.of(), result.get("environment"));
    assertEquals(List.of(), result.get("databases"));
    assertTrue(result.containsKey("path"));
    assertNull(result.get("path"));
  }

  @Test
  void shouldLookInTheWorkspaceForARelativeFolderAndKeepTheWorkOnThisAgent() throws Exception {
    Answer.Work work =
        assertInstanceOf(Answer.Work.class, ask(Map.of("cacheDir", List.of("cache"))));

    assertEquals(folder.resolve("cache").toString(), work.repository());
    assertEquals(false, work.shared());
  }

  @ParameterizedTest
  @CsvSource({
    "maxAge, soon",
    "sources, A B",
    "sources, java=a.b/c:1",
    "mirrorTo, a.b/c@sha256:0",
  })
  void shouldNameTheParameterThatIsWrongAsTheStepKnowsIt(String parameter, String value) {
    UseCaseException refused =
        assertThrows(UseCaseException.class, () -> ask(Map.of(parameter, List.of(value))));

    assertTrue(refused.getMessage().startsWith(parameter + ": "), refused.getMessage());
  }

  private Answer ask(Map<String, List<String>> given) throws UseCaseException {
    Machine machine = new Machine(Map.of(), CredentialSource.ANONYMOUS, Clock.systemUTC(), "1");
    return new TrivyTask()
        .useCase(given, folder, machine)
        .answer(new EventLog(Clock.systemUTC(), List.of()));
  }
}
