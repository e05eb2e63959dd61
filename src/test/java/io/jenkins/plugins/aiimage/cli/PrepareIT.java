package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.PushReport;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prepare on a real engine and a real registry. */
class PrepareIT {
  private static final String RECIPE =
      """
      FROM scratch
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      # phase: torch timeout=2m
      RUN busybox mkdir /data && busybox echo torch > /data/torch
      # phase: science
      COPY science.txt /data/
      # phase: app
      COPY app /app
      CMD ["/bin/busybox", "cat", "/app/main.py"]
      """;

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Path context;
  private Lab lab;

  @BeforeEach
  void makeContext() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    context =
        Lab.context(
            folder.resolve("context"),
            Map.of(
                "Dockerfile", RECIPE,
                "science.txt", "numpy",
                "app/main.py", "print(1)",
                "unused/notes.txt", "x",
                ".dockerignore", "unused"));
  }

  private Said prepare(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("prepare", "--context", context.toString(), "--file", "Dockerfile"));
    arguments.addAll(List.of("--image", image, "--report", folder.resolve("r.json").toString()));
    arguments.addAll(List.of(more));
    return lab.aiImage(arguments.toArray(String[]::new));
  }

  private Said prepareInRegistry(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--registry", lab.registry()));
    arguments.addAll(List.of(more));
    return prepare(arguments.toArray(String[]::new));
  }

  private RunReport report() throws IOException {
    return ReportJson.read(Files.readString(folder.resolve("r.json")));
  }

  private Map<String, PhaseResult> phases() throws IOException {
    Map<String, PhaseResult> results = new LinkedHashMap<>();
    for (PhaseReport phase : report().image().phases()) {
      results.put(phase.name(), phase.cache());
    }
    return results;
  }

  private void removeLocalImages() {
    String repository = lab.registry() + "/" + image;
    Eventually.holds(
        "the engine forgets " + repository,
        () -> {
          // An image that another is based on goes once that one is gone.
          String ids = lab.docker("image", "ls", "--quiet", repository);
          ids.lines().distinct().forEach(id -> lab.dockerSays("image", "rm", "--force", id));
          return ids.isEmpty();
        });
    lab.docker("builder", "prune", "--all", "--force");
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldBuildOnceAndThenHit(String builder) throws IOException {
    Said first = prepareInRegistry("--tag", "v1", "--builder", builder);
    assertEquals(0, first.exitCode(), first.out() + first.err());
    RunReport built = report();
    assertEquals(Optional.of(CacheResult.BUILT), built.image().cache());
    assertEquals(Optional.of(builder), built.image().builder());
    assertEquals(
        List.of("torch", "science", "app"),
        built.image().phases().stream().map(p -> p.name()).toList());
    assertTrue(first.out().contains("✅ AI Processor image built successfully"), first.out());

    Said second = prepareInRegistry("--tag", "v1", "--builder", builder);
    assertEquals(0, second.exitCode(), second.out() + second.err());
    assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
    assertEquals(built.image().digest(), report().image().digest());
    assertEquals(built.image().recipe().key(), report().image().recipe().key());
    assertTrue(
        second.out().contains("✅ Using cached AI Processor image from registry"), second.out());
    assertEquals("print(1)", lab.docker("run", "--rm", report().image().reference().orElseThrow()));
  }

  @Test
  void shouldHitAfterChangesThatChangeNothing() throws IOException {
    prepareInRegistry();
    Path main = context.resolve("app/main.py");
    Files.setLastModifiedTime(main, FileTime.fromMillis(0));
    Files.writeString(context.resolve("unused/notes.txt"), "another");
    assertTrue(context.resolve("unused/notes.txt").toFile().setExecutable(true));
    Files.writeString(
        context.resolve("Dockerfile"), RECIPE.replace("# phase: app", "# why\n# phase: app"));
    prepareInRegistry();
    assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
  }

  @Test
  void shouldRunOnlyThePhasesThatAChangedByteReaches() throws IOException {
    prepareInRegistry();
    Files.writeString(context.resolve("app/main.py"), "print(2)");
    prepareInRegistry();
    assertEquals(Optional.of(CacheResult.RESUMED), report().image().cache());
    assertEquals(
        Map.of(
            "torch", PhaseResult.SKIPPED,
            "science", PhaseResult.HIT,
            "app", PhaseResult.BUILT),
        phases());
    assertEquals("print(2)", lab.docker("run", "--rm", report().image().reference().orElseThrow()));
  }

  @Test
  void shouldHitOnAnEngineThatHasForgottenTheImageAndPullNothing() throws IOException {
    prepareInRegistry();
    removeLocalImages();
    prepareInRegistry();
    assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
    assertEquals("", lab.docker("image", "ls", "-q", lab.registry() + "/" + image));
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldResumeFromTheRegistryOnAnEngineThatHasForgottenTheImage(String builder)
      throws IOException {
    prepareInRegistry("--builder", builder);
    removeLocalImages();
    Files.writeString(context.resolve("app/main.py"), "print(3)");
    Said resumed = prepareInRegistry("--builder", builder);
    assertEquals(0, resumed.exitCode(), resumed.out());
    assertEquals(Optional.of(CacheResult.RESUMED), report().image().cache());
    assertEquals(PhaseResult.HIT, phases().get("science"));
    assertEquals("print(3)", lab.docker("run", "--rm", report().image().reference().orElseThrow()));
  }

  @Test
  void shouldBringTheImageToTheEngineWhereThatIsAskedFor() throws IOException {
    prepareInRegistry("--tag", "v1");
    removeLocalImages();
    prepareInRegistry("--tag", "v1", "--pull", "missing");
    assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
    assertEquals("print(1)", lab.docker("run", "--rm", lab.registry() + "/" + image + ":v1"));
  }

  @Test
  void shouldSetNewTagsOnAHitWithoutMovingTheImage() throws IOException {
    prepareInRegistry("--tag", "v1");
    removeLocalImages();
    Said said = prepareInRegistry("--tag", "v1", "--tag", "v2");
    assertTrue(said.out().contains("tagged " + lab.registry() + "/" + image + ":v2"), said.out());
    assertTrue(said.out().contains("tag is right: "), said.out());
    assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
  }

  @Test
  void shouldPutATagBackThatSomebodyMoved() throws IOException {
    prepareInRegistry("--tag", "v1");
    String right = report().image().digest().orElseThrow();
    Files.writeString(context.resolve("app/main.py"), "print(2)");
    prepareInRegistry("--tag", "v1");
    Files.writeString(context.resolve("app/main.py"), "print(1)");
    Said said = prepareInRegistry("--tag", "v1");
    assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
    assertEquals(Optional.of(right), report().image().digest());
    assertTrue(said.out().contains("tagged " + lab.registry() + "/" + image + ":v1"), said.out());
  }

  @Test
  void shouldUseTheLocalEngineWithoutARegistry() throws IOException {
    Said first = prepare("--tag", "v1");
    assertEquals(0, first.exitCode(), first.out());
    assertEquals(Optional.of(CacheResult.BUILT), report().image().cache());
    assertFalse(report().image().published());
    Said second = prepare("--tag", "v1");
    assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
    assertTrue(
        second.out().contains("✅ Using cached AI Processor image from local engine"), second.out());
    assertEquals("print(1)", lab.docker("run", "--rm", image + ":v1"));
    assertEquals("print(1)", lab.docker("run", "--rm", report().image().reference().orElseThrow()));
  }

  @Test
  void shouldGiveTheSameKeyToEveryBuilder() throws IOException {
    prepare("--builder", "docker");
    prepareInRegistry("--builder", "buildkit");
    String key = report().image().recipe().key();
    assertEquals(Optional.of(CacheResult.BUILT), report().image().cache());
    prepare("--builder", "docker");
    assertEquals(key, report().image().recipe().key());
  }

  @Test
  void shouldPublishNothingThatFailsAGate() throws IOException {
    Said refused = prepareInRegistry("--tag", "v1", "--max-size", "1kB");
    assertEquals(Problem.TOO_LARGE.exitCode(), refused.exitCode(), refused.out());
    assertEquals(Problem.TOO_LARGE, report().failure().orElseThrow().problem());
    Said next = prepareInRegistry("--tag", "v1");
    assertEquals(0, next.exitCode());
    assertNotEquals(Optional.of(CacheResult.HIT), report().image().cache());
  }

  @Test
  void shouldRunASmokeTestByTheImagesOwnShell() throws IOException {
    Files.writeString(
        context.resolve("Dockerfile"),
        RECIPE + "RUN busybox ln -s busybox /bin/sh && busybox ln -s busybox /bin/cat\n");
    Said failed = prepareInRegistry("--smoke-test", "cat /missing");
    assertEquals(Problem.SMOKE_TEST.exitCode(), failed.exitCode(), failed.out());
    assertTrue(failed.out().contains("can't open '/missing'"), failed.out());
    assertEquals(0, prepareInRegistry("--smoke-test", "cat /app/main.py | cat").exitCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldStopAtOnceWithTheLinesOfAPhaseThatCannotSucceed(String builder) throws IOException {
    Files.writeString(
        context.resolve("Dockerfile"),
        RECIPE.replace("COPY science.txt /data/", "RUN busybox echo before; pip install torch"));
    Said failed = prepareInRegistry("--builder", builder);
    assertEquals(Problem.BUILD_FAILED.exitCode(), failed.exitCode(), failed.out());
    assertEquals(PhaseResult.FAILED, phases().get("science"));
    assertEquals(1, report().image().phases().get(1).attempts());
    assertEquals(Cause.PERMANENT, report().image().phases().get(1).failures().get(0).cause());
    assertTrue(failed.out().contains("pip: not found"), failed.out());
    assertTrue(failed.out().contains("before"), failed.out());
  }

  @Test
  void shouldRetryWhatMayPassAndResumeAfterwards() throws IOException {
    String failing = RECIPE.replace("COPY science.txt /data/", "RUN echo ReadTimeoutError; exit 2");
    Files.writeString(context.resolve("Dockerfile"), failing);
    Said failed = prepareInRegistry("--retries", "1");
    assertEquals(Problem.NETWORK.exitCode(), failed.exitCode(), failed.out());
    assertEquals(2, report().image().phases().get(1).attempts());
    Files.writeString(context.resolve("Dockerfile"), RECIPE);
    assertEquals(0, prepareInRegistry().exitCode());
    assertEquals(PhaseResult.HIT, phases().get("torch"));
  }

  @Test
  void shouldKillAStalledPhaseWithAllThatItStarted() throws IOException {
    String marker = "4" + (System.nanoTime() % 1_000_000_000);
    Files.writeString(
        context.resolve("Dockerfile"),
        RECIPE.replace("COPY science.txt /data/", "RUN busybox sleep " + marker));
    Said failed = prepareInRegistry("--stall-timeout", "2s", "--retries", "0");
    assertEquals(Problem.STALLED.exitCode(), failed.exitCode(), failed.out());
    assertEquals(Cause.STALLED, report().image().phases().get(1).failures().get(0).cause());
    Eventually.holds(
        "the sleep of the build ends",
        () ->
            ProcessHandle.allProcesses()
                .noneMatch(p -> p.info().commandLine().orElse("").contains(marker)));
  }

  @Test
  void shouldBuildWithoutTheRegistryWhenItIsDownAndSaySo() throws IOException {
    Said built = prepare("--registry", "127.0.0.1:1");
    assertEquals(0, built.exitCode(), built.out());
    assertFalse(report().image().published());
    assertTrue(built.out().contains("Going on without it"), built.out());
    Said required = prepare("--registry", "127.0.0.1:1", "--require-registry");
    assertEquals(Problem.REGISTRY_UNAVAILABLE.exitCode(), required.exitCode());
  }

  @Test
  void shouldTellWhatEachPushSent() throws IOException {
    // No other test may have pushed this layer: the registry would not want it.
    Files.writeString(context.resolve("app/main.py"), image);
    Said said =
        prepareInRegistry("--builder", "docker", "--events", folder.resolve("events").toString());
    List<PushReport> pushes = report().image().pushes();
    assertEquals(
        List.of("torch", "science", "image"), pushes.stream().map(PushReport::subject).toList());
    PushReport last = pushes.get(2);
    assertEquals(report().image().digest(), last.digest());
    assertEquals(Optional.of(1), last.layersSent());
    assertTrue(last.layersThere().orElseThrow() >= 3, last.toString());
    assertTrue(last.sentBytes().orElseThrow() > 0, last.toString());
    assertTrue(said.out().contains("  pushed image in "), said.out());
    String events = Files.readString(folder.resolve("events"));
    assertTrue(events.contains("\"event\":\"PushProgress\""), events);
  }

  @Test
  void shouldTryThePushOfAPhaseOnceMoreInTheEnd() throws IOException {
    try (RefusingWay way = new RefusingWay(lab.registry(), 1)) {
      Said built = prepare("--builder", "docker", "--registry", way.address());
      assertEquals(0, built.exitCode(), built.out());
      assertTrue(built.out().contains("⚠ torch was not pushed: "), built.out());
      List<PushReport> pushes = report().image().pushes();
      assertEquals(
          List.of("torch", "science", "torch", "image"),
          pushes.stream().map(PushReport::subject).toList());
      assertTrue(pushes.get(0).error().isPresent());
      assertEquals(Optional.empty(), pushes.get(2).error());
      assertTrue(report().image().published());
    }
  }

  @Test
  void shouldPlanWithoutChangingAnything() {
    Said planned =
        lab.aiImage(
            "plan",
            "--context",
            context.toString(),
            "--image",
            image,
            "--registry",
            lab.registry());
    assertEquals(0, planned.exitCode(), planned.err());
    assertTrue(planned.out().contains("to build: torch, science, app"), planned.out());
    assertTrue(lab.docker("image", "ls", "-q", lab.registry() + "/" + image).isEmpty());
    Said dry = prepareInRegistry("--dry-run");
    assertTrue(dry.out().contains("to build: torch, science, app"), dry.out());
    assertTrue(lab.docker("image", "ls", "-q", lab.registry() + "/" + image).isEmpty());
  }

  @Test
  void shouldShowEveryLineOfTheBuilderWhenTheRequestFileAsksForIt() throws IOException {
    Path request = Files.writeString(folder.resolve("request.json"), "{\"verbose\": []}");
    Said said = prepareInRegistry("--request", request.toString());
    assertTrue(said.out().contains("  torch | "), said.out());
  }

  @Test
  void shouldBuildAnewWhenForced() throws IOException {
    prepareInRegistry();
    prepareInRegistry("--force");
    assertEquals(Optional.of(CacheResult.BUILT), report().image().cache());
  }

  @Test
  void shouldSayThatThereIsNoEngine() {
    lab.set("DOCKER_HOST", "unix:///nowhere/docker.sock");
    Said failed = prepareInRegistry();
    assertEquals(Problem.NO_ENGINE.exitCode(), failed.exitCode(), failed.out());
    assertTrue(failed.out().contains("❌ No container engine answers at unix:///nowhere"));
  }
}
