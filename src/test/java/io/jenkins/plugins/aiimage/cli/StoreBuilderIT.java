package io.jenkins.plugins.aiimage.cli;

import static io.jenkins.plugins.aiimage.cli.BuilderRuns.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.Credentials;
import io.jenkins.plugins.aiimage.registry.PrivateDockerConfig;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What podman and buildah do in their own way, with the same outcome as docker. */
class StoreBuilderIT {
  @TempDir private Path folder;
  private BuilderRuns runs;

  @BeforeEach
  void makeContext() throws IOException {
    runs = new BuilderRuns(folder);
  }

  @AfterEach
  void removeStore() throws IOException {
    if (runs != null) {
      runs.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldBringTheImageToTheBuildersStoreWhereThatIsAskedFor(String builder) throws IOException {
    runs.need(builder);
    succeeded(runs.prepareInRegistry("docker", "--tag", "v1"));
    succeeded(runs.prepareInRegistry(builder, "--tag", "v1", "--pull", "missing"));
    assertEquals(Optional.of(CacheResult.HIT), runs.report().image().cache());
    Said said = runs.lab().says(builder, "images", "--quiet", runs.repository() + ":v1");
    assertEquals(0, said.exitCode(), said.out());
    assertFalse(said.out().isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldUseTheLoginThatDockerHas(String builder) throws IOException {
    runs.need(builder);
    Path registryFolder = Files.createDirectory(folder.resolve("registry"));
    try (RegistryProcess registry = RegistryProcess.withPassword(registryFolder)) {
      Path docker = folder.resolve("docker");
      PrivateDockerConfig.write(
          docker,
          runs.lab().environment(),
          registry.host(),
          new Credentials.Basic(RegistryProcess.USER, RegistryProcess.PASSWORD));
      runs.lab().set("DOCKER_CONFIG", docker.toString());
      succeeded(runs.prepare(builder, "--registry", registry.address()));
      assertTrue(runs.report().image().published());
      runs.forgetImages(builder);
      runs.write("app/main.py", "print(2)");
      succeeded(runs.prepare(builder, "--registry", registry.address()));
      assertEquals(Optional.of(CacheResult.RESUMED), runs.report().image().cache());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldPublishNothingThatFailsAGate(String builder) throws IOException {
    runs.need(builder);
    Said tooLarge = runs.prepareInRegistry(builder, "--max-size", "1kB");
    assertEquals(Problem.TOO_LARGE.exitCode(), tooLarge.exitCode(), tooLarge.out());
    Said broken = runs.prepareInRegistry(builder, "--smoke-test", "cat /missing; exit 3");
    assertEquals(Problem.SMOKE_TEST.exitCode(), broken.exitCode(), broken.out());
    assertTrue(broken.out().contains("exit code 3: cat: can't open '/missing'"), broken.out());
    succeeded(
        runs.prepareInRegistry(builder, "--max-size", "100MB", "--smoke-test", "cat /app/main.py"));
    assertNotEquals(Optional.of(CacheResult.HIT), runs.report().image().cache());
    assertEquals("", runs.store().workingContainers(builder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldReportTheExitCodeAndTheWordsOfAFailedInstruction(String builder) throws IOException {
    runs.need(builder);
    runs.write(
        "Dockerfile",
        runs.recipe()
            .replace("RUN busybox echo science", "RUN busybox echo no space here; exit 7; echo"));
    Said failed = runs.prepareInRegistry(builder, "--retries", "0");
    assertEquals(Problem.BUILD_FAILED.exitCode(), failed.exitCode(), failed.out());
    assertEquals(Optional.of(7), runs.phase("science").failures().get(0).exitCode());
    assertTrue(failed.out().contains("STEP 2/2: RUN"), failed.out());
    assertEquals("", runs.store().workingContainers(builder));
  }

  @ParameterizedTest
  @CsvSource({"podman,oci", "podman,chroot", "buildah,oci", "buildah,chroot"})
  void shouldLeaveNothingOfAStalledPhase(String builder, String isolation) throws IOException {
    runs.need(builder);
    runs.lab().set("BUILDAH_ISOLATION", isolation);
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    runs.lab().set("TMPDIR", temporary.toString());
    String others = runs.store().workingContainers(builder);
    String marker = "4" + (System.nanoTime() % 1_000_000_000);
    // The first one loses its parent at once.
    String sleeps =
        "busybox sh -c 'busybox setsid busybox sleep M &'; busybox sleep M".replace("M", marker);
    runs.write(
        "Dockerfile",
        runs.recipe().replace("RUN busybox echo science > /data/science", "RUN " + sleeps));
    Said failed = runs.prepareInRegistry(builder, "--stall-timeout", "3s", "--retries", "0");
    assertEquals(Problem.STALLED.exitCode(), failed.exitCode(), failed.out());
    assertEquals(Cause.STALLED, runs.phase("science").failures().get(0).cause());
    assertEquals(
        List.of(),
        ProcessHandle.allProcesses()
            .map(process -> process.info().commandLine().orElse(""))
            .filter(line -> line.contains("sleep " + marker))
            .toList());
    assertEquals(others, runs.store().workingContainers(builder));
    assertEquals(List.of(), left(temporary));
    assertFalse(failed.out().contains("⚠"), failed.out());
  }

  /** What builds have put into their folders for temporary files, and runc keeps of them. */
  private static List<Path> left(Path temporary) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> builds = Files.list(temporary)) {
      for (Path build : builds.toList()) {
        try (Stream<Path> files = Files.list(build)) {
          files.forEach(found::add);
        }
      }
    }
    Path runc = Path.of("/run/runc");
    if (Files.isDirectory(runc)) {
      try (Stream<Path> states = Files.find(runc, 2, (file, about) -> about.isRegularFile())) {
        for (Path state : states.filter(file -> file.toString().contains("/buildah-")).toList()) {
          if (Files.readString(state, StandardCharsets.ISO_8859_1).contains(temporary + "/")) {
            found.add(state);
          }
        }
      } catch (NoSuchFileException | UncheckedIOException e) {
        // A build of somebody else has just ended.
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldKeepWhatOnlyDockersFormatCanSay(String builder) throws IOException {
    runs.need(builder);
    runs.write(
        "Dockerfile", runs.recipe() + "ONBUILD RUN busybox true\nHEALTHCHECK CMD busybox true\n");
    succeeded(runs.prepareInRegistry(builder));
    String reference = runs.report().image().reference().orElseThrow();
    runs.lab().docker("pull", "--quiet", reference);
    assertEquals(
        "[/bin/busybox sh -c] [RUN busybox true] [CMD-SHELL busybox true]",
        runs.lab()
            .docker(
                "image",
                "inspect",
                "--format",
                "{{.Config.Shell}} {{.Config.OnBuild}} {{.Config.Healthcheck.Test}}",
                reference));
  }
}
