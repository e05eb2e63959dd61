package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run for each phase and one for the whole, as a pipeline with a stage for each phase does it.
 */
class PhaseChainIT {
  private static final String RECIPE =
      """
      FROM scratch AS tools
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      # phase: compile
      ARG CHOSEN
      RUN busybox mkdir /made && busybox echo $CHOSEN > /made/level
      FROM scratch
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      # phase: torch
      ARG CHOSEN
      RUN busybox mkdir /data && busybox echo torch $CHOSEN > /data/torch
      # phase: science
      COPY --from=tools /made /made
      # phase: app
      RUN busybox ln -s busybox /bin/sh && busybox cat /data/torch > /data/app
      CMD ["/bin/busybox", "cat", "/data/app"]
      """;
  private static final List<String> PHASES = List.of("compile", "torch", "science", "app");

  @TempDir private static Path folder;
  private static Lab first;
  private static Lab second;
  private static OwnEngine engine;
  private static RegistryProcess registry;

  private final String image = Lab.newImage();
  private final List<String> built = new ArrayList<>();

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

  private RunReport prepare(Lab lab, String... more) throws IOException {
    Path context = Lab.context(folder.resolve("context"), Map.of("Dockerfile", RECIPE));
    Path report = folder.resolve("report.json");
    List<String> words = new ArrayList<>(List.of("prepare", "--context=" + context));
    words.addAll(List.of("--image=" + image, "--report=" + report, "--build-arg=CHOSEN=" + image));
    words.addAll(List.of(more));
    Said said = lab.aiImage(words.toArray(String[]::new));
    assertEquals(0, said.exitCode(), said.out() + said.err());
    RunReport told = ReportJson.read(Files.readString(report));
    assertEquals(List.of(), told.warnings());
    told.image().phases().stream()
        .filter(phase -> phase.cache() == PhaseResult.BUILT)
        .map(PhaseReport::name)
        .forEach(built::add);
    return told;
  }

  private void assertChain(List<Lab> labs, String... more) throws IOException {
    for (int i = 0; i < PHASES.size(); i++) {
      List<String> words = new ArrayList<>(List.of(more));
      words.add("--until=" + PHASES.get(i));
      RunReport part = prepare(labs.get(i % labs.size()), words.toArray(String[]::new));
      assertEquals(PHASES.subList(0, i + 1), built);
      assertEquals(Optional.of(PHASES.get(i)), part.image().recipe().until());
    }
    RunReport whole = prepare(labs.get(PHASES.size() % labs.size()), more);
    assertEquals(PHASES, built);
    assertEquals(Optional.of(CacheResult.RESUMED), whole.image().cache());
    for (Lab lab : labs) {
      RunReport hit = prepare(lab, more);
      assertEquals(Optional.of(CacheResult.HIT), hit.image().cache());
      assertEquals(whole.image().recipe().key(), hit.image().recipe().key());
      assertEquals(whole.image().digest(), hit.image().digest());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldBuildEachPhaseOnceOnOneEngineWithARegistry(String builder) throws IOException {
    assertChain(
        List.of(first), "--registry=" + registry.address(), "--builder=" + builder, "--tag=v1");

    String tag = registry.address() + "/" + image + ":v1";
    first.docker("pull", "--quiet", tag);
    assertEquals("torch " + image, first.docker("run", "--rm", tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldBuildEachPhaseOnceOnOneEngineWithoutARegistry(String builder) throws IOException {
    assertChain(List.of(first), "--builder=" + builder, "--tag=v1");

    assertEquals("torch " + image, first.docker("run", "--rm", image + ":v1"));
  }

  @ParameterizedTest
  @CsvSource({"buildkit, true", "docker, false"})
  void shouldBuildEachPhaseOnceWhereEveryRunHasAnotherEngine(String builder, boolean gated)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("--builder=" + builder));
    words.add("--registry=" + registry.address());
    if (gated) {
      words.addAll(List.of("--max-size=1GB", "--smoke-test=busybox test -e /made/level"));
    }
    assertChain(List.of(first, second), words.toArray(String[]::new));

    String tag = registry.address() + "/" + image + ":latest";
    second.docker("pull", "--quiet", tag);
    assertEquals("torch " + image, second.docker("run", "--rm", tag));
  }
}
