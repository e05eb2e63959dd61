package io.jenkins.plugins.aiimage.cli;

import static io.jenkins.plugins.aiimage.cli.BuilderRuns.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Installed;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.Storage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
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
  @ValueSource(strings = {"buildkit", "docker", "podman", "buildah"})
  void shouldBuildThenHitThenResumeInARegistry(String builder) throws IOException {
    runs.need(builder);
    // No other test's: what BuildKit has in its cache says nothing.
    String says = " > /data/science && busybox echo Successfully installed a-lib-1.0 " + folder;
    runs.write("Dockerfile", runs.recipe().replace(" > /data/science", says + "-2"));
    succeeded(runs.prepareInRegistry(builder, "--tag", "v1"));
    RunReport built = runs.report();
    assertEquals(Optional.of(CacheResult.BUILT), built.image().cache());
    assertEquals(Optional.of(builder), built.image().builder());
    assertEquals("print(1)", runs.printed());
    shouldTellWhatIsInItsPhases(built);

    runs.forgetImages(builder);
    succeeded(runs.prepareInRegistry(builder, "--tag", "v1"));
    assertEquals(Optional.of(CacheResult.HIT), runs.report().image().cache());
    assertEquals(built.image().digest(), runs.report().image().digest());

    runs.write("app/main.py", "print(2)");
    succeeded(runs.prepareInRegistry(builder, "--tag", "v1"));
    assertEquals(Optional.of(CacheResult.RESUMED), runs.report().image().cache());
    assertEquals(PhaseResult.HIT, runs.phase("science").cache());
    assertEquals("print(2)", runs.printed());
  }

  private void shouldTellWhatIsInItsPhases(RunReport built) throws IOException {
    PhaseReport science = runs.phase("science");
    assertEquals(
        List.of(new Installed("a-lib", "1.0"), new Installed(folder.toString(), "2")),
        science.installed());
    assertEquals(List.of(), runs.phase("torch").installed());
    long busybox = Files.size(runs.file("busybox"));
    long torch = runs.phase("torch").bytes().orElseThrow();
    assertTrue(torch >= busybox && torch < 2 * busybox, () -> torch + " bytes");
    assertTrue(science.bytes().orElseThrow() < busybox, () -> science.bytes() + " bytes");
    Storage storage = built.image().storage().orElseThrow();
    assertTrue(storage.freeBytes() > 0 && storage.freeBytes() < storage.totalBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker", "podman", "buildah"})
  void shouldUseTheBuildersOwnStoreWithoutARegistry(String builder) throws IOException {
    runs.need(builder);
    succeeded(runs.prepare(builder, "--tag", "v1"));
    assertEquals(Optional.of(CacheResult.BUILT), runs.report().image().cache());
    String id = runs.report().image().digest().orElseThrow();
    assertTrue(id.matches("sha256:[0-9a-f]{64}"), id);
    succeeded(runs.prepare(builder, "--tag", "v1"));
    assertEquals(Optional.of(CacheResult.HIT), runs.report().image().cache());
    assertEquals(Optional.of(id), runs.report().image().digest());
    runs.write("app/main.py", "print(2)");
    succeeded(runs.prepare(builder, "--tag", "v1"));
    assertEquals(Optional.of(CacheResult.RESUMED), runs.report().image().cache());
    assertNotEquals(Optional.of(id), runs.report().image().digest());
  }

  @Test
  void shouldGiveTheSameKeyToEveryBuilder() throws IOException {
    Set<String> keys = new HashSet<>();
    for (String builder : List.of("buildkit", "docker", "podman", "buildah")) {
      runs.need(builder);
      succeeded(runs.prepare(builder));
      keys.add(runs.report().image().recipe().key());
    }
    assertEquals(1, keys.size(), keys.toString());
  }

  @ParameterizedTest
  @CsvSource({"docker,podman", "podman,docker", "buildkit,buildah", "buildah,buildkit"})
  void shouldResumeOnTheEngineOfAnotherBuilder(String first, String second) throws IOException {
    runs.need(first);
    runs.need(second);
    succeeded(runs.prepareInRegistry(first));
    runs.forgetImages(first);
    runs.write("app/main.py", "print(2)");
    succeeded(runs.prepareInRegistry(second));
    assertEquals(Optional.of(CacheResult.RESUMED), runs.report().image().cache());
    assertEquals(PhaseResult.HIT, runs.phase("science").cache());
    assertEquals("print(2)", runs.printed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldHitInARegistryWithoutAskingForTheBuilder(String builder) throws IOException {
    succeeded(runs.prepareInRegistry("docker"));
    runs.lab().set("PATH", Files.createDirectory(folder.resolve("empty")).toString());
    succeeded(runs.prepareInRegistry(builder));
    assertEquals(Optional.of(CacheResult.HIT), runs.report().image().cache());
  }

  @ParameterizedTest
  @ValueSource(strings = {"podman", "buildah"})
  void shouldSayThatTheProgramIsMissing(String builder) throws IOException {
    runs.lab().set("PATH", Files.createDirectory(folder.resolve("empty")).toString());
    Said failed = runs.prepareInRegistry(builder);
    assertEquals(Problem.NO_ENGINE.exitCode(), failed.exitCode(), failed.out());
    assertTrue(
        failed.out().contains("builder: there is no " + builder + " program on the PATH"),
        failed.out());
  }

  @Test
  void shouldTakePodmanWhereThereIsNoDocker() throws IOException {
    runs.need("podman");
    Path programs = Files.createDirectory(folder.resolve("programs"));
    for (String path : runs.lab().environment().get("PATH").split(File.pathSeparator, -1)) {
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
    runs.lab().set("PATH", programs.toString());
    runs.lab().set("DOCKER_HOST", "");
    succeeded(runs.prepare("auto"));
    assertEquals(Optional.of("podman"), runs.report().image().builder());
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "podman", "buildah"})
  void shouldHandSecretsToTheInstructionsThatAskForThem(String builder) throws IOException {
    runs.need(builder);
    Path secret = Files.writeString(folder.resolve("a,secret"), "twelve bytes");
    runs.write(
        "Dockerfile",
        runs.recipe()
            .replace(
                "RUN busybox echo science",
                "RUN --mount=type=secret,id=token busybox wc -c < /run/secrets/token"));
    succeeded(
        runs.prepareInRegistry(
            builder,
            "--secret",
            "token=" + secret,
            "--smoke-test",
            "cat /data/science | busybox grep -x 12"));
  }
}
