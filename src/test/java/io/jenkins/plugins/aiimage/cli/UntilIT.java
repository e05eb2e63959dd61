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
import io.jenkins.plugins.aiimage.report.PushReport;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

/** A run that stops after a phase, in front of a registry of its own. */
class UntilIT {
  private static final String RECIPE =
      """
      FROM scratch
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      # phase: torch
      RUN busybox mkdir /data && busybox echo torch > /data/torch
      # phase: science
      RUN busybox echo science > /data/science
      # phase: app
      CMD ["/bin/busybox", "cat", "/data/science"]
      """;
  private static final PhaseResult HIT = PhaseResult.HIT;
  private static final PhaseResult BUILT = PhaseResult.BUILT;
  private static final PhaseResult SKIPPED = PhaseResult.SKIPPED;

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Lab lab;
  private RegistryProcess process;
  private HookedRegistry registry;

  @BeforeEach
  void openRegistry() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    process = RegistryProcess.open(Files.createDirectory(folder.resolve("registry")));
    registry = new HookedRegistry(process.address(), (request, before) -> 0);
    Lab.context(folder.resolve("context"), Map.of("Dockerfile", RECIPE));
  }

  @AfterEach
  void closeRegistry() {
    if (process != null) {
      registry.close();
      process.close();
    }
  }

  private Said prepare(String... more) {
    List<String> words = new ArrayList<>(List.of("prepare", "--image", image, "--tag", "v1"));
    words.add("--context=" + folder.resolve("context"));
    words.addAll(List.of("--report", folder.resolve("r.json").toString(), "--builder", "docker"));
    words.addAll(List.of(more));
    if (!words.contains("--registry")) {
      words.addAll(List.of("--registry", registry.address()));
    }
    registry.forget();
    return lab.aiImage(words.toArray(String[]::new));
  }

  private RunReport prepared(String... more) throws IOException {
    Said said = prepare(more);
    assertEquals(0, said.exitCode(), said.out() + said.err());
    return ReportJson.read(Files.readString(folder.resolve("r.json")));
  }

  private static Map<String, PhaseResult> phases(RunReport report) {
    Map<String, PhaseResult> results = new LinkedHashMap<>();
    for (PhaseReport phase : report.image().phases()) {
      results.put(phase.name(), phase.cache());
    }
    return results;
  }

  private static Map<String, PhaseResult> phases(
      PhaseResult torch, PhaseResult science, PhaseResult app) {
    return Map.of("torch", torch, "science", science, "app", app);
  }

  private void delete(RunReport report) throws Exception {
    String digest = report.image().digest().orElseThrow();
    URI manifest =
        URI.create("http://" + process.address() + "/v2/" + image + "/manifests/" + digest);
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(manifest).DELETE().build(),
                HttpResponse.BodyHandlers.discarding());
    assertEquals(202, answer.statusCode());
  }

  private List<String> tags() throws Exception {
    URI list = URI.create("http://" + process.address() + "/v2/" + image + "/tags/list");
    return List.of(
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body()
            .replaceAll(".*\\[|\\].*|\"|\\s", "")
            .split(",", -1));
  }

  @Test
  void shouldKeepThePhaseInTheRegistryAndDoNothingElse() throws Exception {
    RunReport first = prepared("--until", "torch", "--max-size=1kB", "--smoke-test=false");

    assertEquals(phases(BUILT, SKIPPED, SKIPPED), phases(first));
    assertEquals(Optional.of(CacheResult.BUILT), first.image().cache());
    assertTrue(first.image().published());
    assertEquals(List.of("key-" + first.image().phases().get(0).key()), tags());
    assertEquals(
        List.of("torch"), first.image().pushes().stream().map(PushReport::subject).toList());
  }

  @Test
  void shouldHitInOneRoundTrip() throws IOException {
    RunReport first = prepared("--until", "torch");

    RunReport second = prepared("--until", "torch");

    assertEquals(Optional.of(CacheResult.HIT), second.image().cache());
    assertEquals(phases(HIT, SKIPPED, SKIPPED), phases(second));
    assertEquals(first.image().digest(), second.image().digest());
    assertEquals(first.image().reference(), second.image().reference());
    assertEquals(2, registry.asked().size(), registry.asked().toString());
    assertTrue(registry.asked().stream().allMatch(r -> r.startsWith("HEAD ")));
  }

  @Test
  void shouldHitWhereTheWholeImageIsThere() throws Exception {
    RunReport torch = prepared("--until", "torch");
    RunReport whole = prepared();
    delete(torch);

    RunReport again = prepared("--until", "torch");

    assertEquals(Optional.of(CacheResult.HIT), again.image().cache());
    assertEquals(whole.image().digest(), again.image().digest());
    assertEquals(2, registry.asked().size(), registry.asked().toString());
  }

  @Test
  void shouldHitWhereALaterPhaseIsThere() throws Exception {
    RunReport torch = prepared("--until", "torch");
    RunReport science = prepared("--until", "science");
    assertEquals(phases(HIT, BUILT, SKIPPED), phases(science));
    delete(torch);

    RunReport again = prepared("--until", "torch");

    assertEquals(Optional.of(CacheResult.HIT), again.image().cache());
    assertEquals(science.image().digest(), again.image().digest());
    assertEquals(phases(SKIPPED, HIT, BUILT), phases(prepared()));
  }

  @Test
  void shouldStopBeforeTheGatesAfterTheLastPhaseToo() throws Exception {
    RunReport last = prepared("--until", "app", "--max-size=1kB");
    assertFalse(tags().contains("key-" + last.image().recipe().key()), tags().toString());

    Said refused = prepare("--max-size=1kB");
    assertEquals(Problem.TOO_LARGE.exitCode(), refused.exitCode(), refused.out());
    assertFalse(tags().contains("key-" + last.image().recipe().key()), tags().toString());

    RunReport whole = prepared("--max-size=1GB");
    assertEquals(Optional.of(CacheResult.RESUMED), whole.image().cache());
    assertEquals(phases(SKIPPED, SKIPPED, HIT), phases(whole));
    assertEquals(last.image().recipe().key(), whole.image().recipe().key());
    assertTrue(
        tags().containsAll(List.of("key-" + whole.image().recipe().key(), "v1")),
        tags().toString());
  }

  @Test
  void shouldOnlyGiveTheImageItsNamesWhereNothingIsLeftToDo() throws Exception {
    RunReport last = prepared("--until", "app");

    RunReport whole = prepared();

    assertEquals(last.image().digest(), whole.image().digest());
    assertTrue(
        tags().containsAll(List.of("key-" + whole.image().recipe().key(), "v1")),
        tags().toString());
    assertFalse(
        registry.asked().stream().anyMatch(r -> r.contains("/blobs/")),
        registry.asked().toString());
    assertEquals(Optional.of(CacheResult.HIT), prepared().image().cache());
  }

  @Test
  void shouldTakeAPhaseFromAFurtherRegistryWithoutCopyingIt() throws IOException {
    String further = lab.registry();
    RunReport there = prepared("--until", "torch", "--registry", further);
    lab.docker(
        "image", "rm", further + "/" + image + ":key-" + there.image().phases().get(0).key());

    RunReport again = prepared("--until", "torch", "--cache-from", further);

    assertEquals(Optional.of(CacheResult.HIT), again.image().cache());
    assertEquals(there.image().reference(), again.image().reference());
    assertFalse(again.image().published());
    assertEquals(List.of(), again.warnings());
  }

  @Test
  void shouldSayWhatItWouldDo() throws IOException {
    Said planned = prepare("--until", "science", "--dry-run");
    assertEquals(0, planned.exitCode(), planned.err());
    assertTrue(planned.out().contains("  to build: torch, science\n"), planned.out());
    assertTrue(planned.out().contains("and stop after science."), planned.out());

    RunReport unused = prepared("--until", "science");
    Said again = prepare("--until", "science", "--dry-run");
    assertTrue(again.out().contains("Phase science is in the cache"), again.out());
  }

  @Test
  void shouldRefuseAPhaseThatTheRecipeDoesNotHave() {
    Said refused = prepare("--until", "numpy");

    assertEquals(Problem.INPUT.exitCode(), refused.exitCode(), refused.out());
    assertTrue(
        refused.out().contains("--until: no phase is called numpy; there are torch, science, app."),
        refused.out() + refused.err());
  }

  @Test
  void shouldKeepThePhaseInTheEngineWhereTheRegistryIsDown() throws IOException {
    Said said = prepare("--until", "torch", "--registry", "127.0.0.1:1");
    assertEquals(0, said.exitCode(), said.out() + said.err());

    Said again = prepare("--until", "torch", "--registry", "127.0.0.1:1");
    assertTrue(again.out().contains("is in the cache; stopped after it"), again.out());
  }

  @Test
  void shouldFailWhereThePhaseMustGetToTheRegistryAndDoesNot() throws IOException {
    try (RefusingWay way = new RefusingWay(process.address(), Integer.MAX_VALUE)) {
      Said warned = prepare("--until", "torch", "--registry", way.address());
      assertEquals(0, warned.exitCode(), warned.out() + warned.err());
      assertTrue(
          warned.out().contains("⚠ The image of phase torch is in this engine, but not in the"),
          warned.out());

      Said failed = prepare("--until", "torch", "--registry", way.address(), "--require-registry");
      assertEquals(Problem.REGISTRY_UNAVAILABLE.exitCode(), failed.exitCode(), failed.out());
    }
  }
}
