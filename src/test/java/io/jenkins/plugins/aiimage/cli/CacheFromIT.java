package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
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

/** A registry A, which gets images, and a further one, B, which is only read. */
class CacheFromIT {
  private static final String RECIPE =
      """
      FROM scratch
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      # phase: torch
      RUN busybox mkdir /data && busybox echo torch > /data/torch
      # phase: science
      COPY science.txt /data/
      # phase: app
      COPY app /app
      CMD ["/bin/busybox", "cat", "/app/main.py"]
      """;
  private static final String DOWN = "127.0.0.1:1";

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Path context;
  private Lab lab;
  private RegistryProcess further;
  private String a;
  private String b;

  @BeforeEach
  void openRegistries() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    further = RegistryProcess.open(Files.createDirectory(folder.resolve("registry")));
    a = lab.registry();
    b = further.address();
    context =
        Lab.context(
            folder.resolve("context"),
            Map.of("Dockerfile", RECIPE, "science.txt", "numpy", "app/main.py", "print(1)"));
  }

  @AfterEach
  void closeRegistry() {
    if (further != null) {
      further.close();
    }
  }

  private Said prepare(String registry, String... more) {
    List<String> words =
        new ArrayList<>(List.of("prepare", "--context", context.toString(), "--image", image));
    words.addAll(List.of("--registry", registry, "--tag", "v1", "--builder", "docker"));
    words.addAll(List.of("--report", folder.resolve("r.json").toString()));
    words.addAll(List.of(more));
    return lab.aiImage(words.toArray(String[]::new));
  }

  private RunReport prepared(String registry, String... more) throws IOException {
    Said said = prepare(registry, more);
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

  private void app(String text) throws IOException {
    Files.writeString(context.resolve("app/main.py"), text);
  }

  private String run(String reference) {
    return lab.docker("run", "--rm", reference);
  }

  /** So that whoever builds on them must fetch them. */
  private void forget(String registry) {
    String repository = registry + "/" + image;
    String names = lab.docker("image", "ls", "--format", "{{.Repository}}:{{.Tag}}", repository);
    names.lines().forEach(name -> lab.docker("image", "rm", "--force", name));
  }

  private boolean answersToTag(String registry, String tag) {
    return lab.dockerSays("pull", "--quiet", registry + "/" + image + ":" + tag).exitCode() == 0;
  }

  @Test
  void shouldCopyAnImageThatOnlyAFurtherRegistryHas() throws IOException {
    String digest = prepared(b).image().digest().orElseThrow();

    RunReport hit = prepared(a, "--cache-from", b);

    assertEquals(Optional.of(CacheResult.HIT), hit.image().cache());
    assertEquals(Optional.of(a + "/" + image + "@" + digest), hit.image().reference());
    assertTrue(hit.image().published());
    assertEquals("image", hit.image().pushes().get(0).subject());
    further.close();
    assertTrue(answersToTag(a, "v1"));
    assertEquals("print(1)", run(a + "/" + image + "@" + digest));
    assertEquals(Optional.of(CacheResult.HIT), prepared(a).image().cache());
  }

  @Test
  void shouldGoOnFromADeeperPhaseOfTheFurtherRegistry() throws IOException {
    prepared(b);
    Files.writeString(context.resolve("science.txt"), "other");
    prepared(a);
    Files.writeString(context.resolve("science.txt"), "numpy");
    app("print(2)");
    forget(b);

    Said said = prepare(a, "--cache-from", b);

    assertEquals(0, said.exitCode(), said.out());
    assertEquals(Optional.of(CacheResult.RESUMED), report().image().cache());
    assertEquals(
        Map.of("torch", PhaseResult.SKIPPED, "science", PhaseResult.HIT, "app", PhaseResult.BUILT),
        phases(report()));
    assertTrue(said.out().contains("  from registry " + b + ": science\n"), said.out());
    assertEquals("print(2)", run(report().image().reference().orElseThrow()));
    assertTrue(report().image().reference().orElseThrow().startsWith(a + "/"));
  }

  @Test
  void shouldTakeWhatTheFirstRegistryHasFromThere() throws IOException {
    prepared(a);
    prepared(b);
    app("print(3)");

    Said said = prepare(a, "--cache-from", b);

    assertEquals(Optional.of(CacheResult.RESUMED), report().image().cache());
    assertFalse(said.out().contains("from registry " + b), said.out());
  }

  @Test
  void shouldSayWithoutDoingAnythingWhichRegistryWouldGiveWhat() throws IOException {
    prepared(b);
    String whole = prepare(a, "--cache-from", b, "--dry-run").out();
    assertTrue(whole.contains("  from registry " + b + ": image\n"), whole);
    assertEquals(Optional.of(CacheResult.HIT), report().image().planned());
    app("print(4)");
    String part = prepare(a, "--cache-from", b, "--dry-run").out();
    assertTrue(part.contains("hit in registry " + b), part);
    assertEquals(Optional.of(CacheResult.RESUMED), report().image().planned());
    assertFalse(answersToTag(a, "v1"));
  }

  @Test
  void shouldOnlyWarnWhereAFurtherRegistryIsDown() throws IOException {
    RunReport built = prepared(a, "--cache-from", DOWN, "--cache-from", b);

    assertEquals(Optional.of(CacheResult.BUILT), built.image().cache());
    assertTrue(built.image().published());
    assertEquals(1, built.warnings().size(), () -> "" + built.warnings());
    assertTrue(built.warnings().get(0).contains(DOWN), built.warnings().get(0));
  }

  @Test
  void shouldOnlyWarnWhereAFurtherRegistryRefuses() throws IOException {
    try (AnsweringRegistry refusing = AnsweringRegistry.start(401)) {
      RunReport built = prepared(a, "--cache-from", refusing.address());

      assertEquals(Optional.of(CacheResult.BUILT), built.image().cache());
      assertTrue(built.image().published());
      assertEquals(1, built.warnings().size(), () -> "" + built.warnings());
      assertEquals(1, refusing.requests());
    }
  }

  @Test
  void shouldUseTheImageOfAFurtherRegistryWhileTheFirstIsDown() throws IOException {
    String reference = prepared(b).image().reference().orElseThrow();

    Said said = prepare(DOWN, "--cache-from", b);

    assertEquals(0, said.exitCode(), said.out());
    assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
    assertEquals(Optional.of(reference), report().image().reference());
    assertFalse(report().image().published());
    assertTrue(said.out().contains("⚠ The image is only in registry " + b), said.out());
    assertTrue(said.out().contains("✅ Using cached AI Processor image from registry"), said.out());
  }

  @Test
  void shouldUseTheImageOfAFurtherRegistryWhereItCannotBeCopied() throws IOException {
    String reference = prepared(b).image().reference().orElseThrow();
    try (AnsweringRegistry full = AnsweringRegistry.start(404)) {
      RunReport hit = prepared(full.address(), "--cache-from", b);

      assertEquals(Optional.of(CacheResult.HIT), hit.image().cache());
      assertEquals(Optional.of(reference), hit.image().reference());
      assertFalse(hit.image().published());
      assertTrue(hit.image().pushes().get(0).error().isPresent());
      assertEquals(1, hit.warnings().size(), () -> "" + hit.warnings());
      Said required = prepare(full.address(), "--cache-from", b, "--require-registry");
      assertEquals(Problem.REGISTRY_UNAVAILABLE.exitCode(), required.exitCode(), required.out());
    }
  }

  @Test
  void shouldCopyNothingWhereNothingIsToBePushed() throws IOException {
    String reference = prepared(b).image().reference().orElseThrow();

    RunReport hit = prepared(a, "--cache-from", b, "--no-push", "--pull", "missing");

    assertEquals(Optional.of(CacheResult.HIT), hit.image().cache());
    assertEquals(Optional.of(reference), hit.image().reference());
    assertEquals(List.of(), hit.warnings());
    assertEquals("print(1)", run(a + "/" + image + ":v1"));
    assertFalse(answersToTag(a, "v1"));
  }

  @Test
  void shouldBuildAnewWhenForcedWhateverFurtherRegistriesHave() throws IOException {
    prepared(b);
    assertEquals(
        Optional.of(CacheResult.BUILT), prepared(a, "--cache-from", b, "--force").image().cache());
  }
}
