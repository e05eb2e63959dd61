package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.trivy.DatabaseArtifact;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the step that provides databases asks in the agent's JVM, with a real registry. */
class TrivyTaskIT {
  @TempDir private Path folder;
  private final Map<String, List<String>> given = new HashMap<>();
  private ReportFold report = new ReportFold();
  private RegistryProcess registry;
  private Digest digest;

  @BeforeEach
  void pushDatabase() throws IOException {
    registry = RegistryProcess.open(Files.createDirectory(folder.resolve("registry")));
    Instant now = Instant.now();
    digest =
        DatabaseArtifact.vulnerabilities(
                300_000, now.minus(Duration.ofHours(2)), now.plus(Duration.ofHours(20)))
            .push(registry.address(), "trivy-db", "2");
    given.put("sources", List.of(source()));
  }

  @AfterEach
  void closeRegistry() {
    if (registry != null) {
      registry.close();
    }
  }

  private String source() {
    return registry.address() + "/trivy-db:2";
  }

  private UseCase useCase() throws UseCaseException {
    report = new ReportFold();
    Machine machine =
        new Machine(
            Map.of("HOME", folder.toString()), CredentialSource.ANONYMOUS, Clock.systemUTC(), "1");
    return new TrivyTask().useCase(given, folder, machine);
  }

  private EventLog events() {
    return new EventLog(Clock.systemUTC(), List.of(report));
  }

  private Answer ask() throws UseCaseException {
    return useCase().answer(events());
  }

  private Map<String, Object> result() {
    return new TrivyTask().result(report.report());
  }

  private Map<String, Object> fetch() throws UseCaseException {
    assertEquals(Optional.empty(), useCase().run(events()));
    return result();
  }

  @Test
  void shouldNameTheWorkAndChangeNothingWhereThereIsNoDatabase() throws Exception {
    Answer.Work first = assertInstanceOf(Answer.Work.class, ask());
    Answer.Work second = assertInstanceOf(Answer.Work.class, ask());

    assertEquals(first, second);
    assertEquals(folder.resolve(".cache/trivy").toString(), first.repository());
    assertFalse(first.shared());
    assertFalse(Files.exists(folder.resolve(".cache")));
  }

  @Test
  void shouldTellWhatWasFetchedAndHowTrivyFindsIt() throws Exception {
    given.put("cacheDir", List.of("cache"));

    Map<String, Object> result = fetch();

    Path cache = folder.resolve("cache");
    assertEquals("FETCHED", result.get("result"));
    assertEquals(cache.resolve("db/trivy.db").toString(), result.get("path"));
    assertEquals(digest.toString(), result.get("digest"));
    assertEquals(source(), result.get("source"));
    assertEquals(
        List.of(
            "TRIVY_CACHE_DIR=" + cache,
            "TRIVY_SKIP_DB_UPDATE=true",
            "TRIVY_DB_REPOSITORY=" + source()),
        result.get("environment"));
  }

  @Test
  void shouldAnswerAFreshDatabaseWithoutAskingAnybody() throws Exception {
    Object path = fetch().get("path");
    registry.close();

    assertEquals(new Answer.Done(Optional.empty()), ask());

    assertEquals("HIT", result().get("result"));
    assertEquals(path, result().get("path"));
    assertNull(result().get("source"));
    assertEquals(0L, result().get("bytes"));
  }

  @Test
  void shouldLinkAViewForABuildInTheSameWay() throws Exception {
    fetch();
    given.put("view", List.of("build/trivy"));

    assertEquals(new Answer.Done(Optional.empty()), ask());

    Path view = folder.resolve("build/trivy");
    assertEquals(view.resolve("db/trivy.db").toString(), result().get("path"));
    assertEquals("TRIVY_CACHE_DIR=" + view, ((List<?>) result().get("environment")).get(0));
    assertTrue(Files.exists(view.resolve("db/metadata.json")));
  }

  @Test
  void shouldCarryDatabasesInAFileOfTheWorkspace() throws Exception {
    given.put("exportTo", List.of("trivy.tar"));
    assertEquals(folder.resolve("trivy.tar").toString(), fetch().get("path"));
    given.clear();
    given.put("importFrom", List.of("trivy.tar"));

    assertEquals("FETCHED", fetch().get("result"));

    assertEquals("HIT", fetch().get("result"));
  }

  @Test
  void shouldFillAMirrorThatTheNextAgentIsServedBy() throws Exception {
    String mirror = registry.address() + "/mirror/trivy-db:2";
    given.put("mirrorTo", List.of(mirror));
    fetch();
    given.put("cacheDir", List.of("another"));

    Map<String, Object> result = fetch();

    assertEquals(mirror, result.get("source"));
    assertEquals(digest.toString(), result.get("digest"));
  }

  @Test
  void shouldOnlyLookWhereThatIsAsked() throws Exception {
    given.put("dryRun", List.of());

    assertEquals(new Answer.Done(Optional.empty()), ask());

    assertEquals(List.of(), result().get("environment"));
    assertTrue(report.report().failure().isEmpty());
    assertFalse(Files.exists(folder.resolve(".cache")));
  }
}
