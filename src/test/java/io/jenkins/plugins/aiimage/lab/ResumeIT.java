package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.BuiltImage;
import io.jenkins.plugins.aiimage.cli.ContainersStore;
import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.PushReport;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What one engine began another one ends, as if it had built all of it at once. */
class ResumeIT {
  /** The image of its first phase is still on its way when the second has failed. */
  private static final String HEAVY =
      """
      FROM scratch
      # phase: heavy
      COPY busybox /bin/busybox
      RUN ["/bin/busybox", "dd", "if=/dev/urandom", "of=/heavy", "bs=1M", "count=80"]
      # phase: failing
      RUN ["/bin/busybox", "false"]
      """;

  @TempDir private static Path folder;
  private static Lab first;
  private static Lab second;
  private static OwnEngine engine;
  private static RegistryProcess registry;

  @BeforeAll
  static void startSecondEngine() throws IOException {
    first = Lab.required(folder.resolve("first"));
    second = Lab.required(folder.resolve("second"));
    registry = RegistryProcess.open(Files.createDirectory(folder.resolve("registry")));
    engine = OwnEngine.start(folder.resolve("engine"), first);
    second.set("DOCKER_HOST", engine.host());
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (engine != null) {
      engine.close();
    }
    if (registry != null) {
      registry.close();
    }
  }

  static Stream<Arguments> recipes() {
    return Stream.of(CutRecipe.values())
        .flatMap(
            recipe ->
                Stream.of("docker", "buildkit").map(builder -> Arguments.of(recipe, builder)));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void shouldEndWhatAnotherEngineBegan(CutRecipe recipe, String builder) throws Exception {
    TwoMachines machines = TwoMachines.of(folder, first, second, registry, recipe, builder);
    machines.prepareUpToTheLastPhase();
    Future<BuiltImage> plain = plain(machines);

    RunReport report = machines.resume(new ByteArrayOutputStream());

    assertEquals(Optional.of(CacheResult.RESUMED), report.image().cache());
    assertEquals(List.of(), report.warnings());
    assertEquals(recipe.resumedFrom(), names(report, PhaseResult.HIT));
    assertEquals(List.of("last"), names(report, PhaseResult.BUILT));
    String there = second.docker("image", "ls", "--format={{.Tag}}", machines.repository());
    assertEquals(tags(report, PhaseResult.HIT, PhaseResult.BUILT), Set.of(there.split("\n", -1)));
    assertSame(plain.get(), new BuiltImage(second, report.image().reference().orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({"MANIFEST_GONE, docker", "LAYER_GONE, buildkit", "LAYER_CORRUPT, buildkit"})
  void shouldBuildAPhaseAgainThatTheRegistryHasLostMeanwhile(PhaseLoss loss, String builder)
      throws Exception {
    Path own = Files.createTempDirectory(folder, "registry");
    try (RegistryProcess losing = RegistryProcess.open(own)) {
      TwoMachines machines =
          TwoMachines.of(folder, first, second, losing, CutRecipe.STAGES, builder);
      String key = key(machines.prepareUpToTheLastPhase(), "third");
      Future<BuiltImage> plain = plain(machines);

      RunReport report =
          machines.resume(new Moment("to build: last", () -> loss.strike(machines, key)));

      assertEquals(Optional.of(CacheResult.RESUMED), report.image().cache());
      assertEquals(List.of("second"), names(report, PhaseResult.HIT));
      assertEquals(List.of("third", "last"), names(report, PhaseResult.BUILT));
      assertEquals(1, report.warnings().size(), report.warnings().toString());
      String warning = report.warnings().get(0);
      assertTrue(
          warning.startsWith(
              "The image of phase third cannot be had from the registry " + losing.address()),
          warning);
      assertSame(plain.get(), new BuiltImage(second, report.image().reference().orElseThrow()));
    }
  }

  /** One build of the mended recipe by the first engine, while the second one resumes. */
  private static Future<BuiltImage> plain(TwoMachines machines) throws IOException {
    machines.mend();
    String name = "plain-" + UUID.randomUUID();
    String context = machines.context().toString();
    FutureTask<BuiltImage> build =
        new FutureTask<>(
            () -> {
              first.plainBuild(
                  machines.builder(),
                  "--no-cache",
                  "--tag=" + name,
                  machines.buildArgument(),
                  context);
              return new BuiltImage(first, name);
            });
    new Thread(build, "plain build").start();
    return build;
  }

  @Test
  void shouldEndWhatAnotherStoreOfPodmanBegan() throws IOException {
    Lab one = Lab.required(folder);
    Lab other = Lab.required(folder);
    try (ContainersStore used = ContainersStore.in(folder.resolve("used"), one, "podman");
        ContainersStore unused = ContainersStore.in(folder.resolve("unused"), other, "podman")) {
      one.set("BUILDAH_ISOLATION", "chroot");
      other.set("BUILDAH_ISOLATION", "chroot");
      TwoMachines machines =
          TwoMachines.of(folder, one, other, registry, CutRecipe.ONE_STAGE, "podman");
      machines.prepareUpToTheLastPhase();
      machines.mend();

      RunReport report = machines.resume(new ByteArrayOutputStream());

      assertEquals(List.of("second"), names(report, PhaseResult.HIT));
      assertEquals(List.of("last"), names(report, PhaseResult.BUILT));
      String plain = machines.repository() + ":plain";
      must(
          one.says(
              "podman",
              "build",
              "--format=docker",
              "--no-cache",
              "--tag=" + plain,
              machines.buildArgument(),
              machines.context().toString()));
      must(one.says("podman", "push", "--tls-verify=false", plain));
      first.docker("pull", "--quiet", plain);
      String resumed = report.image().reference().orElseThrow();
      first.docker("pull", "--quiet", resumed);
      assertSame(new BuiltImage(first, plain), new BuiltImage(first, resumed));
      assertEquals("", used.workingContainers("podman") + unused.workingContainers("podman"));
    }
  }

  @Test
  void shouldSendFinishedPhasesAlsoWhereTheRunFails() throws IOException {
    Path context = Lab.context(folder.resolve("heavy"), Map.of("Dockerfile", HEAVY));
    Path report = folder.resolve("heavy.json");

    Said failed =
        first.aiImage(
            "prepare",
            "--context=" + context,
            "--image=" + Lab.newImage(),
            "--registry=" + registry.address(),
            "--builder=buildkit",
            "--retries=0",
            "--report=" + report);

    assertEquals(Problem.BUILD_FAILED.exitCode(), failed.exitCode(), failed.out());
    assertEquals(
        List.of(Optional.empty()),
        ReportJson.read(Files.readString(report)).image().pushes().stream()
            .map(PushReport::error)
            .toList());
  }

  private static void assertSame(BuiltImage plain, BuiltImage resumed) throws IOException {
    assertEquals(plain.configuration(), resumed.configuration());
    assertEquals(plain.files(), resumed.files());
  }

  private static void must(Said said) {
    assertEquals(0, said.exitCode(), said.out());
  }

  private static List<String> names(RunReport report, PhaseResult result) {
    return report.image().phases().stream()
        .filter(phase -> phase.cache() == result)
        .map(PhaseReport::name)
        .toList();
  }

  private static String key(RunReport report, String name) {
    return report.image().phases().stream()
        .filter(phase -> phase.name().equals(name))
        .map(PhaseReport::key)
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> tags(RunReport report, PhaseResult... results) {
    return Stream.concat(
            Stream.of("latest"),
            report.image().phases().stream()
                .filter(phase -> List.of(results).contains(phase.cache()))
                .map(phase -> "key-" + phase.key()))
        .collect(Collectors.toSet());
  }
}
