package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One image for several platforms: real builders, a real registry, and clients that pull it. */
class PlatformsIT {
  private static final String PLATFORMS = "linux/arm64,linux/amd64";

  /** Runs nothing, so that it needs no emulation. */
  private static final String RECIPE =
      """
      FROM scratch
      # phase: torch
      ARG TARGETARCH
      COPY ${TARGETARCH}.txt /arch.txt
      # phase: app
      COPY app.txt /app.txt
      CMD ["/none"]
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
            folder.resolve("context"),
            Map.of(
                "Dockerfile", RECIPE,
                "amd64.txt", "of amd64 " + image,
                "arm64.txt", "of arm64 " + image,
                "app.txt", "app " + image));
  }

  @AfterEach
  void removeStore() throws IOException {
    if (store != null) {
      store.close();
    }
  }

  private void use(String builder) throws IOException {
    if (!builder.equals("buildkit")) {
      store = ContainersStore.in(folder.resolve("store"), lab, builder);
    }
  }

  private Said prepare(String platforms, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("prepare", "--context", context.toString(), "--file", "Dockerfile"));
    words.addAll(List.of("--image", image, "--registry", lab.registry(), "--tag", "v1"));
    words.addAll(List.of("--platform", platforms));
    words.addAll(List.of("--report", folder.resolve("r.json").toString()));
    words.addAll(List.of(more));
    return lab.aiImage(words.toArray(String[]::new));
  }

  private RunReport prepared(String platforms, String... more) throws IOException {
    Said said = prepare(platforms, more);
    assertEquals(0, said.exitCode(), said.out() + said.err());
    return report();
  }

  private RunReport report() throws IOException {
    return ReportJson.read(Files.readString(folder.resolve("r.json")));
  }

  private static Map<String, PhaseResult> phases(RunReport report) {
    Map<String, PhaseResult> results = new LinkedHashMap<>();
    for (PhaseReport phase : report.image().phases()) {
      results.put(phase.name(), phase.cache());
    }
    return results;
  }

  private String repository() {
    return lab.registry() + "/" + image;
  }

  /** A file of the image as a client finds it that wants this platform. */
  private String file(String reference, String platform, String path) throws IOException {
    lab.docker("pull", "--quiet", "--platform", platform, reference);
    assertEquals(
        platform,
        lab.docker("image", "inspect", "--format", "{{.Os}}/{{.Architecture}}", reference));
    String container = lab.docker("create", "--platform", platform, reference);
    Path copy = folder.resolve("copy");
    lab.docker("cp", container + ":" + path, copy.toString());
    lab.docker("rm", container);
    // Docker 20.10 keeps one platform under a digest.
    lab.docker("rmi", reference);
    return Files.readString(copy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "podman", "buildah"})
  void shouldBuildAnImageOfWhichEachClientGetsItsPlatform(String builder) throws IOException {
    use(builder);
    RunReport built = prepared(PLATFORMS, "--builder", builder);
    assertEquals(Optional.of(CacheResult.BUILT), built.image().cache());
    assertEquals("linux/amd64,linux/arm64", built.image().recipe().platform());
    assertTrue(built.image().published());
    assertEquals(
        List.of(
            "torch (linux/amd64)", "app (linux/amd64)", "torch (linux/arm64)", "app (linux/arm64)"),
        built.image().phases().stream().map(PhaseReport::name).toList());
    for (String reference :
        List.of(repository() + ":v1", built.image().reference().orElseThrow())) {
      assertEquals("of amd64 " + image, file(reference, "linux/amd64", "/arch.txt"));
      assertEquals("of arm64 " + image, file(reference, "linux/arm64", "/arch.txt"));
    }

    RunReport found = prepared(PLATFORMS, "--builder", builder);
    assertEquals(Optional.of(CacheResult.HIT), found.image().cache());
    assertEquals(built.image().digest(), found.image().digest());
    assertEquals(built.image().recipe().key(), found.image().recipe().key());
  }

  @Test
  void shouldJoinTheSameBytesWhateverBuiltThemAndInWhichOrderTheyAreAskedFor() throws IOException {
    RunReport first = prepared("linux/arm64,linux/amd64");
    Said said = prepare("linux/amd64, linux/arm64", "--tag", "v2");
    assertEquals(0, said.exitCode(), said.out());
    assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
    assertEquals(first.image().digest(), report().image().digest());
    assertTrue(said.out().contains("tagged " + repository() + ":v2"), said.out());
  }

  @Test
  void shouldBuildOnlyThePlatformWhoseFileChanged() throws IOException {
    RunReport before = prepared(PLATFORMS);
    Files.writeString(context.resolve("arm64.txt"), "new");
    RunReport after = prepared(PLATFORMS);
    assertEquals(Optional.of(CacheResult.RESUMED), after.image().cache());
    assertEquals(
        Map.of(
            "torch (linux/amd64)", PhaseResult.HIT,
            "app (linux/amd64)", PhaseResult.HIT,
            "torch (linux/arm64)", PhaseResult.BUILT,
            "app (linux/arm64)", PhaseResult.BUILT),
        phases(after));
    assertNotEquals(before.image().recipe().key(), after.image().recipe().key());
    assertEquals("new", file(repository() + ":v1", "linux/arm64", "/arch.txt"));
    assertEquals("of amd64 " + image, file(repository() + ":v1", "linux/amd64", "/arch.txt"));
  }

  @Test
  void shouldResumeEachPlatformFromItsOwnPhases() throws IOException {
    prepared(PLATFORMS);
    Files.writeString(context.resolve("app.txt"), "new");
    RunReport after = prepared(PLATFORMS);
    assertEquals(Optional.of(CacheResult.RESUMED), after.image().cache());
    assertEquals(PhaseResult.HIT, phases(after).get("torch (linux/amd64)"));
    assertEquals(PhaseResult.HIT, phases(after).get("torch (linux/arm64)"));
    assertEquals(PhaseResult.BUILT, phases(after).get("app (linux/arm64)"));
  }

  @Test
  void shouldFindWhatWasPreparedForEachPlatformAlone() throws IOException {
    prepared("linux/amd64");
    prepared("linux/arm64");
    RunReport joined = prepared(PLATFORMS);
    assertEquals(Optional.of(CacheResult.HIT), joined.image().cache());
    assertEquals("of amd64 " + image, file(repository() + ":v1", "linux/amd64", "/arch.txt"));
    assertEquals("of arm64 " + image, file(repository() + ":v1", "linux/arm64", "/arch.txt"));
  }

  @Test
  void shouldBuildAllPlatformsAnewWhenForced() throws IOException {
    prepared(PLATFORMS);
    assertEquals(Optional.of(CacheResult.BUILT), prepared(PLATFORMS, "--force").image().cache());
  }

  @Test
  void shouldPlanWithoutChangingAnything() throws IOException {
    RunReport planned = prepared(PLATFORMS, "--dry-run");
    assertEquals(Optional.of(CacheResult.BUILT), planned.image().planned());
    assertEquals(PhaseResult.NOT_REACHED, phases(planned).get("app (linux/arm64)"));
    assertEquals("", lab.docker("image", "ls", "--quiet", repository()));
    prepared("linux/amd64");
    assertEquals(
        Optional.of(CacheResult.RESUMED), prepared(PLATFORMS, "--dry-run").image().planned());
    assertEquals(Optional.empty(), report().image().cache());
  }

  @Test
  void shouldBringTheEnginesOwnPlatformToIt() throws IOException {
    prepared(PLATFORMS, "--pull", "missing");
    assertEquals(
        "linux/amd64",
        lab.docker(
            "image", "inspect", "--format", "{{.Os}}/{{.Architecture}}", repository() + ":v1"));
    Files.writeString(context.resolve("s390x.txt"), "x");
    Said refused = prepare("linux/arm64,linux/s390x", "--pull", "missing");
    assertEquals(Problem.INPUT.exitCode(), refused.exitCode(), refused.out());
    assertTrue(
        refused.out().contains("--pull: this engine runs linux/amd64, which is none of"),
        refused.out());
  }

  @Test
  void shouldTestOnlyWhatTheEngineRunsAndSaySo() throws IOException {
    Files.writeString(
        context.resolve("Dockerfile"), RECIPE + "COPY busybox /bin/sh\nCOPY busybox /bin/cat\n");
    Said said = prepare(PLATFORMS, "--smoke-test", "cat /arch.txt");
    assertEquals(0, said.exitCode(), said.out());
    assertTrue(said.out().contains("✓ smoke test: cat /arch.txt (linux/amd64)"), said.out());
    assertTrue(said.out().contains("⚠ The smoke test was not run for linux/arm64: "), said.out());
    assertFalse(prepare(PLATFORMS, "--smoke-test", "cat /x").out().contains("⚠ "));
  }

  @Test
  void shouldPublishNoIndexWhereOnePlatformFailsAGate() throws IOException {
    Said refused = prepare(PLATFORMS, "--max-size", "1B");
    assertEquals(Problem.TOO_LARGE.exitCode(), refused.exitCode(), refused.out());
    assertTrue(refused.out().contains("❌ linux/amd64: The image has"), refused.out());
    assertNotEquals(0, lab.dockerSays("pull", repository() + ":v1").exitCode());
  }

  @Test
  void shouldRefuseTheClassicBuilderBeforeAnythingIsBuilt() throws IOException {
    Said refused = prepare(PLATFORMS, "--builder", "docker");
    assertEquals(Problem.INPUT.exitCode(), refused.exitCode(), refused.out());
    assertTrue(
        refused.out().contains("classic builder cannot be relied on to build for linux/arm64"),
        refused.out());
    assertEquals(PhaseResult.NOT_REACHED, phases(report()).get("torch (linux/amd64)"));
  }

  @Test
  void shouldGiveTheClassicBuilderThePlatformThatItsKeyHas() throws IOException {
    RunReport built = prepared("linux/amd64", "--builder", "docker");
    assertEquals(
        "of amd64 " + image,
        file(built.image().reference().orElseThrow(), "linux/amd64", "/arch.txt"));
  }

  @Test
  void shouldNameThePlatformThatTheEngineCannotRun() throws IOException {
    // A program of a processor that nobody emulates.
    byte[] program = Files.readAllBytes(Lab.BUSYBOX);
    program[18] = 0x7f;
    program[19] = 0x7f;
    Files.write(context.resolve("program"), program);
    assertTrue(context.resolve("program").toFile().setExecutable(true));
    Files.writeString(
        context.resolve("Dockerfile"), "FROM scratch\nCOPY program /\nRUN [\"/program\"]\n");
    Said failed = prepare(PLATFORMS, "--network", "host");
    assertEquals(Problem.BUILD_FAILED.exitCode(), failed.exitCode(), failed.out());
    assertTrue(failed.out().contains("❌ linux/amd64: Phase "), failed.out());
    assertTrue(failed.out().contains("exec format error"), failed.out());
    assertTrue(failed.out().contains("qemu-user-static"), failed.out());
  }

  @Test
  void shouldFailWhereTheRegistryIsDownBecauseNothingElseCanJoin() throws IOException {
    Said failed =
        lab.aiImage(
            "prepare",
            "--context",
            context.toString(),
            "--registry",
            "127.0.0.1:1",
            "--platform",
            PLATFORMS);
    assertEquals(Problem.REGISTRY_UNAVAILABLE.exitCode(), failed.exitCode(), failed.out());
  }

  @Test
  void shouldRefuseToJoinAnImageThatIsForAnotherPlatform() throws IOException {
    RunReport amd = prepared("linux/amd64");
    String arm = prepared("linux/arm64", "--dry-run").image().recipe().key();
    String wrong = repository() + ":key-" + arm;
    lab.docker("tag", repository() + ":key-" + amd.image().recipe().key(), wrong);
    lab.docker("push", "--quiet", wrong);
    Said failed = prepare(PLATFORMS);
    assertEquals(Problem.BUILD_FAILED.exitCode(), failed.exitCode(), failed.out());
    assertTrue(
        failed.out().contains("❌ linux/arm64: the image is one for linux/amd64"), failed.out());
  }
}
