package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of one user that want the same image at once. */
class SingleFlightIT {
  private static final int MANY = 20;

  @TempDir private Path folder;
  private final Path jar = Path.of(System.getProperty("aiImage.jar", "target/ai-image.jar"));
  private final String image = Lab.newImage();
  private final String id = UUID.randomUUID().toString();
  private final List<Process> processes = new ArrayList<>();
  private Lab lab;
  private Path context;

  @BeforeEach
  void makeContext() {
    lab = Lab.required(folder.resolve("state"));
    assumeTrue(Files.isReadable(jar), "no " + jar);
  }

  @AfterEach
  void endProcesses() {
    processes.forEach(Process::destroy);
    processes.forEach(process -> process.onExit().join());
    Eventually.holds("no build goes on", () -> builds().count() == 0);
  }

  /** The label shows at every container of the build, and the id in its command line. */
  private void recipe(int seconds) throws IOException {
    String dockerfile =
        """
        FROM scratch
        COPY busybox /bin/busybox
        LABEL flight=%1$s
        SHELL ["/bin/busybox", "sh", "-c"]
        RUN : %1$s; busybox sleep %2$d; busybox cat /proc/sys/kernel/random/uuid > /once
        COPY data /data
        """
            .formatted(id, seconds);
    context = Lab.context(folder.resolve("context"), Map.of("Dockerfile", dockerfile, "data", "1"));
  }

  private Process start(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("--registry", lab.registry()));
    words.addAll(List.of(more));
    return startWithoutRegistry(words.toArray(String[]::new));
  }

  private Process startWithoutRegistry(String... more) throws IOException {
    String name = String.valueOf(processes.size());
    List<String> words =
        new ArrayList<>(List.of("java", "-Xmx64m", "-XX:TieredStopAtLevel=1", "-jar"));
    words.addAll(List.of(jar.toString(), "prepare", "--context", context.toString()));
    words.addAll(List.of("--image", image, "--builder", "docker"));
    words.addAll(List.of("--report", folder.resolve(name + ".json").toString()));
    words.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(lab.environment());
    builder.redirectOutput(folder.resolve(name + ".log").toFile());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private String log(Process process) {
    try {
      return Files.readString(folder.resolve(processes.indexOf(process) + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunReport report(Process process) throws IOException {
    return ReportJson.read(Files.readString(folder.resolve(processes.indexOf(process) + ".json")));
  }

  private Stream<ProcessHandle> builds() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains(": " + id + "; busybox sleep"));
  }

  private void awaitBuild() {
    Eventually.holds("a phase is built", () -> builds().count() > 0);
  }

  private void awaitWaiting(Process waiter, Process leader) {
    String who = "waiting for pid " + leader.pid() + " on ";
    Eventually.holds("one waits for the other", () -> log(waiter).contains(who));
  }

  @Test
  void shouldBuildOnceForTwentyThatAskAtOnce() throws Exception {
    recipe(5);
    Instant began = Instant.now();
    for (int i = 0; i < MANY; i++) {
      start();
    }
    List<RunReport> reports = new ArrayList<>();
    for (Process process : processes) {
      assertEquals(0, process.waitFor(), log(process));
      reports.add(report(process));
    }
    List<CacheResult> results = reports.stream().map(r -> r.image().cache().orElseThrow()).toList();
    assertEquals(1, results.stream().filter(CacheResult.BUILT::equals).count(), () -> "" + results);
    assertEquals(MANY - 1, results.stream().filter(CacheResult.HIT::equals).count());
    assertEquals(1, reports.stream().map(r -> r.image().reference()).distinct().count());
    assertEquals(List.of("RUN"), containers(began));
  }

  @Test
  void shouldBuildOnceInTheLocalEngineToo() throws Exception {
    recipe(5);
    for (int i = 0; i < 3; i++) {
      startWithoutRegistry();
    }
    List<CacheResult> results = new ArrayList<>();
    for (Process process : processes) {
      assertEquals(0, process.waitFor(), log(process));
      results.add(report(process).image().cache().orElseThrow());
    }
    results.sort(null);
    assertEquals(List.of(CacheResult.HIT, CacheResult.HIT, CacheResult.BUILT), results);
  }

  @Test
  void shouldNotRunTwoForcedBuildsAtOnceButRunBoth() throws Exception {
    recipe(5);
    Instant began = Instant.now();
    Process first = start("--force");
    awaitBuild();
    Process second = start("--force");
    awaitWaiting(second, first);
    for (Process process : processes) {
      assertEquals(0, process.waitFor(), log(process));
      assertEquals(Optional.of(CacheResult.BUILT), report(process).image().cache());
    }
    assertEquals(List.of("RUN", "RUN"), containers(began));
  }

  /** What ran in containers of this test's build, as the engine remembers it. */
  private List<String> containers(Instant since) {
    return lab.docker(
            "events",
            "--since",
            String.valueOf(since.getEpochSecond()),
            "--until",
            String.valueOf(Instant.now().getEpochSecond() + 1),
            "--filter",
            "event=start",
            "--filter",
            "label=flight=" + id,
            "--format",
            "RUN")
        .lines()
        .toList();
  }

  @Test
  void shouldTakeOverFromOneThatWasKilled() throws Exception {
    recipe(15);
    Process leader = start();
    awaitBuild();
    Process waiter = start();
    awaitWaiting(waiter, leader);
    leader.destroyForcibly().waitFor();
    assertEquals(0, waiter.waitFor(), log(waiter));
    assertEquals(Optional.of(CacheResult.BUILT), report(waiter).image().cache());
    assertTrue(
        report(waiter).waits().who().orElseThrow().startsWith("pid " + leader.pid() + " on "));
    assertTrue(report(waiter).waits().total().orElseThrow().toMillis() >= 0);
  }

  @Test
  void shouldBuildFromTheFilesAsTheyAreIfTheyChangedWhileItWaited() throws Exception {
    recipe(10);
    Process leader = start();
    awaitBuild();
    Process waiter = start();
    awaitWaiting(waiter, leader);
    Files.writeString(context.resolve("data"), "2");
    leader.destroyForcibly().waitFor();
    assertEquals(0, waiter.waitFor(), log(waiter));
    Process plan = start("--dry-run");
    assertEquals(0, plan.waitFor(), log(plan));
    assertEquals(report(waiter).image().recipe().key(), report(plan).image().recipe().key());
    assertEquals(Optional.of(CacheResult.HIT), report(plan).image().planned());
  }

  @Test
  void shouldEndAWaitAtOnceWhenItIsAborted() throws Exception {
    recipe(600);
    Process leader = start();
    awaitBuild();
    Process waiter = start();
    awaitWaiting(waiter, leader);
    waiter.destroy();
    waiter.waitFor();
    assertEquals(Problem.ABORTED, report(waiter).failure().orElseThrow().problem(), log(waiter));
    assertTrue(leader.isAlive(), log(leader));
  }

  @Test
  void shouldNotWaitLongerThanTheWholeRunMayTake() throws Exception {
    recipe(600);
    Process leader = start();
    awaitBuild();
    Process waiter = start("--total-timeout", "2s");
    assertEquals(Problem.TOTAL_TIME.exitCode(), waiter.waitFor(), log(waiter));
    String message = report(waiter).failure().orElseThrow().message();
    assertTrue(message.contains("waited for pid " + leader.pid() + " on "), message);
    // Asking what would be done waits for nobody.
    Process plan = start("--dry-run");
    assertEquals(0, plan.waitFor(), log(plan));
    assertEquals(Optional.of(CacheResult.BUILT), report(plan).image().planned());
  }
}
