package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code withAiProcessorImage} and {@code withTrivyDb}. */
class BlocksTest {
  private static final String REFERENCE = "reg:5000/x@sha256:1";

  @TempDir private Path folder;
  private Pipeline jenkins;

  @BeforeEach
  void start() {
    jenkins = new Pipeline(folder);
    jenkins.variable("docker", new FakeDocker(jenkins.story));
    jenkins.provide("prepareAiProcessorImage", arguments -> Map.of("reference", REFERENCE));
    jenkins.provide(
        "initTrivyDb",
        arguments -> Map.of("environment", List.of("TRIVY_CACHE_DIR=/t"), "result", "HIT"));
  }

  @Test
  void shouldWorkInExactlyTheImageThatWasPrepared() throws Exception {
    Object returned =
        jenkins.runWithLibrary(
            "return withAiProcessorImage(image: 'x') { made -> echo(made.reference); 7 }");

    assertEquals(
        List.of(
            "prepareAiProcessorImage {image=x, pull=missing}",
            "inside " + REFERENCE + " with ''",
            "echo " + REFERENCE),
        jenkins.story);
    assertEquals(7, returned);
  }

  @Test
  void shouldHandDockersArgumentsToDockerOnly() throws Exception {
    jenkins.runWithLibrary(
        "withAiProcessorImage(pull: 'always', insideArgs: '--gpus all') { echo 'in' }");

    assertEquals(
        List.of(
            "prepareAiProcessorImage {pull=always}",
            "inside " + REFERENCE + " with '--gpus all'",
            "echo in"),
        jenkins.story);
  }

  @Test
  void shouldNeedNoParameters() throws Exception {
    jenkins.runWithLibrary("withAiProcessorImage { echo 'in' }\nwithTrivyDb { echo 'scan' }");

    assertEquals(
        List.of(
            "prepareAiProcessorImage {pull=missing}",
            "inside " + REFERENCE + " with ''",
            "echo in",
            "initTrivyDb {}",
            "echo scan"),
        jenkins.story);
  }

  @Test
  void shouldTellTrivyWhereItsDatabaseIsInsideTheBlockOnly() throws Exception {
    jenkins.runWithLibrary(
        "withTrivyDb(javaDb: true) { db -> echo(db.result + env.TRIVY_CACHE_DIR) }\n"
            + "echo('after ' + env.TRIVY_CACHE_DIR)");

    assertEquals(
        List.of("initTrivyDb {javaDb=true}", "echo HIT/t", "echo after null"), jenkins.story);
  }

  @Test
  void shouldNotRunTheBodyWithoutWhatItNeeds() {
    jenkins.provide(
        "initTrivyDb",
        arguments -> {
          throw new IllegalStateException("no source");
        });

    assertThrows(
        IllegalStateException.class, () -> jenkins.runWithLibrary("withTrivyDb { echo 'scan' }"));

    assertEquals(List.of("initTrivyDb {}"), jenkins.story);
  }
}
