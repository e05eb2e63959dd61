package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code aiImagePipeline}. */
class ImagePipelineTest {
  private static final String REFERENCE = "reg:5000/x@sha256:1";

  @TempDir private Path folder;
  private final List<String> scripts = new ArrayList<>();
  private final Map<String, String> seen = new TreeMap<>();
  private int exitCode;
  private Pipeline jenkins;

  @BeforeEach
  void start() {
    jenkins = new Pipeline(folder);
    jenkins.provide(
        "prepareAiProcessorImage",
        arguments -> Map.of("cache", "HIT", "reference", REFERENCE, "phases", List.of()));
    jenkins.provide(
        "initTrivyDb",
        arguments -> Map.of("environment", List.of("TRIVY_CACHE_DIR=/t"), "result", "HIT"));
    jenkins.provide("pushCached", arguments -> Map.of("reference", "prod/x@sha256:1"));
    jenkins.step("pwd", arguments -> "/ws@tmp", Map.class);
    jenkins.step(
        "sh",
        arguments -> {
          scripts.add(((Map<?, ?>) arguments[0]).get("script").toString());
          seen.putAll(jenkins.environment);
          return exitCode;
        },
        Map.class);
  }

  private Map<?, ?> run(String parameters) throws IOException {
    return (Map<?, ?>) jenkins.runWithLibrary("return aiImagePipeline(" + parameters + ")");
  }

  private void failing(String step, String sentence) {
    jenkins.provide(
        step,
        arguments -> {
          throw new IllegalStateException(sentence);
        });
  }

  private IllegalStateException refused(String parameters) {
    return assertThrows(IllegalStateException.class, () -> run(parameters));
  }

  @Test
  void shouldFetchTrivysDatabaseBesideTheImage() throws Exception {
    Map<?, ?> made = run("image: 'x', tags: ['v1']");

    assertEquals(
        List.of(
            "{AI image",
            "prepareAiProcessorImage {dryRun=true, image=x, tags=[v1]}",
            "[AI image",
            "prepareAiProcessorImage {image=x, tags=[v1]}",
            "]",
            "}",
            "{Trivy's database",
            "initTrivyDb {}",
            "}",
            "failFast=true"),
        jenkins.story);
    assertEquals(REFERENCE, ((Map<?, ?>) made.get("image")).get("reference"));
    assertEquals("HIT", ((Map<?, ?>) made.get("trivy")).get("result"));
    assertNull(made.get("push"));
    assertNull(made.get("scan"));
    assertEquals(4, made.size());
  }

  @Test
  void shouldPushAndScanWhereThatIsAsked() throws Exception {
    Map<?, ?> made =
        run("push: [registry: 'prod', tags: ['7']], scan: true, trivy: [javaDb: true]");

    assertTrue(jenkins.story.contains("prepareAiProcessorImage {}"), jenkins.story.toString());
    assertTrue(
        jenkins.story.contains("initTrivyDb {javaDb=true, view=/ws@tmp/trivy}"),
        jenkins.story.toString());
    List<String> end = jenkins.story.subList(jenkins.story.indexOf("[Push"), jenkins.story.size());
    assertEquals(5, end.size(), end.toString());
    assertTrue(end.get(1).startsWith("pushCached {image={"), end.toString());
    assertTrue(end.get(1).endsWith(", registry=prod, tags=[7]}"), end.toString());
    assertEquals(List.of("]", "[Scan", "]"), end.subList(2, 5));
    assertEquals("/t", seen.get("TRIVY_CACHE_DIR"));
    assertEquals("prod/x@sha256:1", seen.get("AI_IMAGE_REFERENCE"));
    assertEquals(Map.of("reference", "prod/x@sha256:1", "exitCode", 0), made.get("scan"));
  }

  @Test
  void shouldTellTrivyItsOptionsByTheEnvironmentAndNotByTheShell() throws Exception {
    run(
        "scan: [severity: 'HIGH,CRITICAL', exitCode: 1, ignoreUnfixed: true,"
            + " skipDirs: ['/a b', '/$c'], output: 'a\"b.json']");

    assertEquals("HIGH,CRITICAL", seen.get("TRIVY_SEVERITY"));
    assertEquals("1", seen.get("TRIVY_EXIT_CODE"));
    assertEquals("true", seen.get("TRIVY_IGNORE_UNFIXED"));
    assertEquals("/a b,/$c", seen.get("TRIVY_SKIP_DIRS"));
    assertEquals("a\"b.json", seen.get("TRIVY_OUTPUT"));
    assertEquals(
        List.of("#!/bin/sh\nexec trivy image \"$AI_IMAGE_REFERENCE\"\n"), List.copyOf(scripts));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127 | Scan: there is no trivy on the agent agent-1",
        "1 | Scan: trivy ended with exit code 1 for reg:5000/x@sha256:1"
      })
  void shouldFailByAScanThatFails(int code, String sentence) {
    exitCode = code;

    String said = refused("scan: true").getMessage();

    assertTrue(said.startsWith(sentence), said);
  }

  @Test
  void shouldDoWithoutTrivysDatabaseWhereNobodyScans() throws Exception {
    failing("initTrivyDb", "no source");

    Map<?, ?> made = run("push: [registry: 'prod']");

    assertNull(made.get("trivy"));
    assertTrue(
        jenkins.story.containsAll(
            List.of(
                "caught no source",
                "{buildResult=SUCCESS, catchInterruptions=false, stageResult=UNSTABLE}",
                "[Push")),
        jenkins.story.toString());
  }

  @Test
  void shouldFailByAMissingDatabaseOnlyWhatScans() {
    failing("initTrivyDb", "no source");

    String said = refused("push: [registry: 'prod'], scan: true").getMessage();

    assertEquals("Scan: there is no database of Trivy's: no source", said);
    assertTrue(jenkins.story.contains("[Push"), jenkins.story.toString());
    assertEquals(List.of(), scripts);
  }

  @Test
  void shouldFailByAnImageThatFails() {
    failing("prepareAiProcessorImage", "torch failed");

    String said = refused("push: [registry: 'prod'], scan: true").getMessage();

    assertEquals("torch failed", said);
    assertFalse(jenkins.story.contains("[Push"), jenkins.story.toString());
    assertFalse(jenkins.story.contains("[Scan"), jenkins.story.toString());
  }

  @Test
  void shouldNotScanWhatCouldNotBePushed() {
    failing("pushCached", "prod refuses");

    assertEquals("prod refuses", refused("push: [registry: 'prod'], scan: true").getMessage());

    assertFalse(jenkins.story.contains("[Scan"), jenkins.story.toString());
  }

  @Test
  void shouldLeaveTrivyOutWhereThatIsAsked() throws Exception {
    assertNull(run("trivy: false").get("trivy"));

    assertFalse(jenkins.story.contains("initTrivyDb {}"), jenkins.story.toString());
  }

  @Test
  void shouldRefuseAScanWithoutTrivyBeforeAnythingBegins() {
    String said = refused("trivy: false, scan: true").getMessage();

    assertTrue(said.startsWith("aiImagePipeline: scan needs Trivy's database"), said);
    assertEquals(List.of(), jenkins.story);
  }

  @Test
  void shouldWorkOnANodeOfItsOwnWhereThatIsAsked() throws Exception {
    Map<?, ?> made =
        (Map<?, ?>)
            jenkins.runWithLibrary(
                "return aiImagePipeline(node: 'docker', trivy: false) { echo 'check out' }");

    assertEquals(
        List.of("node docker", "echo check out", "{AI image"), jenkins.story.subList(0, 3));
    assertTrue(jenkins.story.contains("prepareAiProcessorImage {}"), jenkins.story.toString());
    assertEquals("HIT", ((Map<?, ?>) made.get("image")).get("cache"));
  }

  @Test
  void shouldOnlyLookInADryRun() throws Exception {
    run("dryRun: true, push: [registry: 'prod'], scan: true");

    assertEquals(
        List.of(
            "{AI image",
            "prepareAiProcessorImage {dryRun=true}",
            "}",
            "{Trivy's database",
            "initTrivyDb {dryRun=true}",
            "}",
            "failFast=true"),
        jenkins.story);
  }

  @Test
  void shouldLeaveToTheStepWhetherItsOwnRegistryGetsTheImage() throws Exception {
    run("push: false, trivy: false");

    assertTrue(
        jenkins.story.contains("prepareAiProcessorImage {push=false}"), jenkins.story.toString());
    assertFalse(jenkins.story.contains("[Push"), jenkins.story.toString());
  }
}
