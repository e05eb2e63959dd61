package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.RunReport.PhaseReport;
import io.jenkins.plugins.aiimage.report.RunReport.PhaseResult;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every builder on its own engine, with one registry between them. */
class BuilderIT {
  private static final List<String> STORES = List.of("podman", "buildah");
  private static final String RECIPE =
      """
      FROM scratch
      LABEL test=IMAGE
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      # phase: torch timeout=2m
      RUN busybox mkdir /data && busybox ln -s busybox /bin/sh && busybox ln -s busybox /bin/cat
      # phase: science
      RUN busybox echo science > /data/science
      # phase: app
      COPY app /app
      CMD ["/bin/busybox", "cat", "/app/main.py"]
      """;

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Path context;
  private Lab lab;
  private ContainersStore store;

  @BeforeEach
  void makeContext() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    context =
        Lab.context(
            folder.resolve("context"), Map.of("Dockerfile", recipe(), "app/main.py", "print(1)"));
  }

  /** One that shares no layer with those of other tests, so that it can be forgotten. */
  private String recipe() {
    return RECIPE.replace("IMAGE", image);
  }

  @AfterEach
  void removeStore() throws IOException {
    if (store != null) {
      store.close();
    }
  }

  private void need(String builder) throws IOException {
    if (STORES.contains(builder) && store == null) {
      store = ContainersStore.in(folder.resolve("store"), lab, builder);
    }
  }

  private Said prepare(String builder, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("prepare", "--context", context.toString(), "--file", "Dockerfile"));
    arguments.addAll(List.of("--image", image, "--report", folder.resolve("r.json").toString()));
    arguments.addAll(List.of("--builder", builder));
    arguments.addAll(List.of(more));
    return lab.aiImage(arguments.toArray(String[]::new));
  }

  private Said prepareInRegistry(String builder, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--registry", lab.registry()));
    arguments.addAll(List.of(more));
    return prepare(builder, arguments.toArray(String[]::new));
  }

  private RunReport report() throws IOException {
    return ReportJson.read(Files.readString(folder.resolve("r.json")));
  }

  private PhaseReport phase(String name) throws IOException {
    return report().phases().stream()
        .filter(phase -> phase.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Has the image run by docker, whoever built it. */
  private String printed() throws IOException {
    String reference = report().reference().orElseThrow();
    lab.docker("pull", "--quiet", reference);
    return lab.docker("run", "--rm", reference);
  }

  private void forgetImages(String builder) {
    if (STORES.contains(builder)) {
      store.forgetImages(builder);
      return;
    }
    String repository = lab.registry() + "/" + image;
    Eventually.holds(
        "the engine forgets " + repository,
        () -> {
          String ids = lab.docker("image", "ls", "--quiet", repository);
          ids.lines().distinct().forEach(id -> lab.dockerSays("image", "rm", "--force", id));
          return ids.isEmpty();
        });
    lab.docker("builder", "prune", "--all", "--force");
  }

  private static void succeeded(Said said) {
    assertEquals(0, said.exitCode(), said.out() + said.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker", "podman", "buildah"})
  void shouldBuildThenHitThenResumeInARegistry(String builder) throws IOException {
    need(builder);
    succeeded(prepareInRegistry(builder, "--tag", "v1"));
    RunReport built = report();
    assertEquals(Optional.of(CacheResult.BUILT), built.cache());
    assertEquals(Optional.of(builder), built.builder());
    assertEquals("print(1)", printed());

    forgetImages(builder);
    succeeded(prepareInRegistry(builder, "--tag", "v1"));
    assertEquals(Optional.of(CacheResult.HIT), report().cache());
    assertEquals(built.digest(), report().digest());

    Files.writeString(context.resolve("app/main.py"), "print(2)");
    succeeded(prepareInRegistry(builder, "--tag", "v1"));
    assertEquals(Optional.of(CacheResult.RESUMED), report().cache());
    assertEquals(PhaseResult.HIT, phase("science").cache());
    assertEquals("print(2)", printed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker", "podman", "buildah"})
  void shouldUseTheBuildersOwnStoreWithoutARegistry(String builder) throws IOException {
    need(builder);
    succeeded(prepare(builder, "--tag", "v1"));
    assertEquals(Optional.of(CacheResult.BUILT), report().cache());
    String id = report().digest().orElseThrow();
    assertTrue(id.matches("sha256:[0-9a-f]{64}"), id);
    succeeded(prepare(builder, "--tag", "v1"));
    assertEquals(Optional.of(CacheResult.HIT), report().cache());
    assertEquals(Optional.of(id), report().digest());
    Files.writeString(context.resolve("app/main.py"), "print(2)");
    succeeded(prepare(builder, "--tag", "v1"));
    assertEquals(Optional.of(CacheResult.RESUMED), report().cache());
    assertNotEquals(Optional.of(id), report().digest());
  }

  @Test
  void shouldGiveTheSameKeyToEveryBuilder() throws IOException {
    Set<String> keys = new HashSet<>();
    for (String builder : List.of("buildkit", "docker", "podman", "buildah")) {
      need(builder);
      succeeded(prepare(builder));
      keys.add(report().key());
    }
    assertEquals(1, keys.size(), keys.toString());
  }

  @ParameterizedTest
  @CsvSource({"docker,podman", "podman,docker", "buildkit,buildah", "buildah,buildkit"})
  void shouldResumeOnTheEngineOfAnotherBuilder(String first, String second) throws IOException {
    need(first);
    need(second);
    succeeded(prepareInRegistry(first));
    forgetImages(first);
    Files.writeString(context.resolve("app/main.py"), "print(2)");
    succeeded(prepareInRegistry(second));
    assertEquals(Optional.of(CacheResult.RESUMED), report().cache());
    assertEquals(PhaseResult.HIT, phase("science").cache());
    assertEquals("print(2)", printed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldBringTheImageToTheBuildersStoreWhereThatIsAskedFor(String builder) throws IOException {
    need(builder);
    succeeded(prepareInRegistry("docker", "--tag", "v1"));
    succeeded(prepareInRegistry(builder, "--tag", "v1", "--pull", "missing"));
    assertEquals(Optional.of(CacheResult.HIT), report().cache());
    Said said = lab.says(builder, "images", "--quiet", lab.registry() + "/" + image + ":v1");
    assertEquals(0, said.exitCode(), said.out());
    assertFalse(said.out().isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldHitInARegistryWithoutAskingForTheBuilder(String builder) throws IOException {
    succeeded(prepareInRegistry("docker"));
    lab.set("PATH", Files.createDirectory(folder.resolve("empty")).toString());
    succeeded(prepareInRegistry(builder));
    assertEquals(Optional.of(CacheResult.HIT), report().cache());
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldSayThatTheProgramIsMissing(String builder) throws IOException {
    lab.set("PATH", Files.createDirectory(folder.resolve("empty")).toString());
    Said failed = prepareInRegistry(builder);
    assertEquals(Problem.NO_ENGINE.exitCode(), failed.exitCode(), failed.out());
    assertTrue(
        failed.out().contains("builder: there is no " + builder + " program on the PATH"),
        failed.out());
  }

  @Test
  void shouldTakePodmanWhereThereIsNoDocker() throws IOException {
    need("podman");
    Path programs = Files.createDirectory(folder.resolve("programs"));
    for (String path : lab.environment().get("PATH").split(File.pathSeparator, -1)) {
      if (!Files.isDirectory(Path.of(path))) {}
      try (Stream<Path> files = Files.list(Path.of(path))) {
        for (Path file : files.toList()) {
          Path link = programs.resolve(file.getFileName());
          if (!file.getFileName().toString().equals("docker") && Files.notExists(link)) {
            Files.createSymbolicLink(link, file);
          }
        }
      }
    }
    lab.set("PATH", programs.toString());
    lab.set("DOCKER_HOST", "");
    succeeded(prepare("auto"));
    assertEquals(Optional.of("podman"), report().builder());
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "podman", "buildah"})
  void shouldHandSecretsToTheInstructionsThatAskForThem(String builder) throws IOException {
    need(builder);
    Path secret = Files.writeString(folder.resolve("a,secret"), "twelve bytes");
    Files.writeString(
        context.resolve("Dockerfile"),
        recipe()
            .replace(
                "RUN busybox echo science",
                "RUN --mount=type=secret,id=token busybox wc -c < /run/secrets/token"));
    succeeded(
        prepareInRegistry(
            builder,
            "--secret",
            "token=" + secret,
            "--smoke-test",
            "cat /data/science | busybox grep -x 12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldPublishNothingThatFailsAGate(String builder) throws IOException {
    need(builder);
    Said tooLarge = prepareInRegistry(builder, "--max-size", "1kB");
    assertEquals(Problem.TOO_LARGE.exitCode(), tooLarge.exitCode(), tooLarge.out());
    Said broken = prepareInRegistry(builder, "--smoke-test", "cat /missing; exit 3");
    assertEquals(Problem.SMOKE_TEST.exitCode(), broken.exitCode(), broken.out());
    assertTrue(broken.out().contains("exit code 3: cat: can't open '/missing'"), broken.out());
    succeeded(
        prepareInRegistry(builder, "--max-size", "100MB", "--smoke-test", "cat /app/main.py"));
    assertNotEquals(Optional.of(CacheResult.HIT), report().cache());
    assertEquals("", store.workingContainers(builder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldReportTheExitCodeAndTheWordsOfAFailedInstruction(String builder) throws IOException {
    need(builder);
    Files.writeString(
        context.resolve("Dockerfile"),
        recipe()
            .replace("RUN busybox echo science", "RUN busybox echo no space here; exit 7; echo"));
    Said failed = prepareInRegistry(builder, "--retries", "0");
    assertEquals(Problem.BUILD_FAILED.exitCode(), failed.exitCode(), failed.out());
    assertEquals(Optional.of(7), phase("science").failures().get(0).exitCode());
    assertTrue(failed.out().contains("STEP 2/2: RUN"), failed.out());
    assertEquals("", store.workingContainers(builder));
  }

  @ParameterizedTest
  @CsvSource({"podman,oci", "podman,chroot", "buildah,oci", "buildah,chroot"})
  void shouldLeaveNothingOfAStalledPhase(String builder, String isolation) throws IOException {
    need(builder);
    lab.set("BUILDAH_ISOLATION", isolation);
    String others = store.workingContainers(builder);
    String marker = "4" + (System.nanoTime() % 1_000_000_000);
    // The second one leaves its session, and so does not end with its parent.
    String sleeps = "busybox setsid busybox sleep " + marker + " & busybox sleep " + marker;
    Files.writeString(
        context.resolve("Dockerfile"),
        recipe().replace("RUN busybox echo science > /data/science", "RUN " + sleeps));
    Said failed = prepareInRegistry(builder, "--stall-timeout", "3s", "--retries", "0");
    assertEquals(Problem.STALLED.exitCode(), failed.exitCode(), failed.out());
    assertEquals(Cause.STALLED, phase("science").failures().get(0).cause());
    assertEquals(
        List.of(),
        ProcessHandle.allProcesses()
            .map(process -> process.info().commandLine().orElse(""))
            .filter(line -> line.contains("sleep " + marker))
            .toList());
    assertEquals(others, store.workingContainers(builder));
    assertEquals(List.of(), bundles(marker));
    assertFalse(failed.out().contains("⚠"), failed.out());
  }

  /** What a runtime was told of an instruction with that word. */
  private static List<Path> bundles(String word) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("/var/tmp", "/run/runc")) {
      try (Stream<Path> files =
          Files.find(Path.of(folder), 2, (file, about) -> about.isRegularFile())) {
        for (Path file : files.filter(file -> file.toString().contains("/buildah")).toList()) {
          if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
            found.add(file);
          }
        }
      } catch (NoSuchFileException | UncheckedIOException e) {
        // No such runtime, or a build of somebody else that has just ended.
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldKeepWhatOnlyDockersFormatCanSay(String builder) throws IOException {
    need(builder);
    Files.writeString(
        context.resolve("Dockerfile"),
        recipe() + "ONBUILD RUN busybox true\nHEALTHCHECK CMD busybox true\n");
    succeeded(prepareInRegistry(builder));
    String reference = report().reference().orElseThrow();
    lab.docker("pull", "--quiet", reference);
    assertEquals(
        "[/bin/busybox sh -c] [RUN busybox true] [CMD-SHELL busybox true]",
        lab.docker(
            "image",
            "inspect",
            "--format",
            "{{.Config.Shell}} {{.Config.OnBuild}} {{.Config.Healthcheck.Test}}",
            reference));
  }
}
