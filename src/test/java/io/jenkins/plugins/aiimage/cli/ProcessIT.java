package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a process of its own. */
class ProcessIT {
  @TempDir private Path folder;
  private final Path jar = Path.of(System.getProperty("aiImage.jar", "target/ai-image.jar"));
  private Lab lab;
  private Path context;

  @BeforeEach
  void makeContext() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    assumeTrue(Files.isReadable(jar), "no " + jar);
    context = Lab.context(folder.resolve("context"), Map.of());
  }

  private Process start(List<String> before, String dockerfile, String... more) throws IOException {
    Files.writeString(context.resolve("Dockerfile"), dockerfile);
    List<String> words = new ArrayList<>(before);
    words.addAll(List.of("java", "-Xmx64m", "-jar", jar.toString(), "prepare", "--context"));
    words.addAll(List.of(context.toString(), "--image", Lab.newImage()));
    words.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(lab.environment());
    builder.redirectOutput(folder.resolve("log.txt").toFile());
    return builder.start();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log.txt"), StandardCharsets.UTF_8);
  }

  private RunReport report() throws IOException {
    return ReportJson.read(Files.readString(folder.resolve("r.json")));
  }

  @Test
  void shouldBuildAsAProcessOfItsOwnAndWriteEvents() throws Exception {
    String dockerfile = "FROM scratch\nCOPY busybox /\n# phase: label\nLABEL a=b\n";
    Process process =
        start(
            List.of(),
            dockerfile,
            "--registry=" + lab.registry(),
            "--report=" + folder.resolve("r.json"),
            "--events=" + folder.resolve("events"));
    assertEquals(0, process.waitFor(), log());
    assertEquals(Optional.of(CacheResult.BUILT), report().image().cache());
    assertTrue(log().contains("✅ AI Processor image built successfully"), log());
    List<String> events = Files.readAllLines(folder.resolve("events"));
    assertTrue(events.get(0).startsWith("{\"number\":1,"), events.get(0));
    assertTrue(events.get(events.size() - 1).contains("\"event\":\"RunSucceeded\""));
  }

  @Test
  void shouldStopTheBuildAndReportWhenItIsTerminated() throws Exception {
    String marker = "5" + (System.nanoTime() % 1_000_000_000);
    String dockerfile = sleeping(marker);
    Process process = start(List.of(), dockerfile, "--report=" + folder.resolve("r.json"));
    Eventually.holds("the sleep of the build begins", () -> sleepers(marker).count() > 0);
    process.destroy();
    process.waitFor();
    assertEquals(Problem.ABORTED, report().failure().orElseThrow().problem(), log());
    Eventually.holds("the sleep of the build ends", () -> sleepers(marker).count() == 0);
    assertEquals(List.of(), leftovers());
  }

  @Test
  void shouldTellOfAnAbortAndNoRetryWhenTheBuilderIsStoppedFirst() throws Exception {
    String marker = "7" + (System.nanoTime() % 1_000_000_000);
    String dockerfile = sleeping(marker);
    Process process = start(List.of(), dockerfile, "--report=" + folder.resolve("r.json"));
    Eventually.holds("the sleep of the build begins", () -> sleepers(marker).count() > 0);

    process.descendants().forEach(ProcessHandle::destroy);
    Eventually.holds("the builder ends", () -> process.descendants().findAny().isEmpty());
    process.destroy();
    process.waitFor();

    assertEquals(1, report().image().phases().get(0).failures().size(), log());
    assertEquals(Cause.ABORTED, report().image().phases().get(0).failures().get(0).cause(), log());
    Eventually.holds("the sleep of the build ends", () -> sleepers(marker).count() == 0);
  }

  @Test
  void shouldEndByItselfWhenItsCallerIsGone() throws Exception {
    String marker = "6" + (System.nanoTime() % 1_000_000_000);
    Path request =
        Files.writeString(
            folder.resolve("request.json"),
            "{\"label\": [\"Left Alone\"], \"registry\": [\"" + lab.registry() + "\"]}");
    Path lease = Files.createFile(folder.resolve("lease"));
    String dockerfile = sleeping(marker);
    Process process =
        start(
            List.of(),
            dockerfile,
            "--request=" + request,
            "--lease=" + lease,
            "--lease-time=5s",
            "--report=" + folder.resolve("r.json"));

    assertEquals(Problem.ABORTED.exitCode(), process.waitFor(), log());

    assertTrue(log().contains("nobody has touched " + lease), log());
    assertEquals("Left Alone", report().label());
    Eventually.holds("the sleep of the build ends", () -> sleepers(marker).count() == 0);
  }

  /** A recipe whose build sleeps for {@code marker} seconds, by which its process is found. */
  private static String sleeping(String marker) {
    return """
        FROM scratch
        COPY busybox /bin/busybox
        SHELL ["/bin/busybox", "sh", "-c"]
        RUN busybox sleep %s
        """
        .formatted(marker);
  }

  private static Stream<ProcessHandle> sleepers(String marker) {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains("sleep " + marker));
  }

  private List<String> leftovers() {
    return lab.docker("ps", "--all", "--quiet", "--filter", "status=running").lines().toList();
  }

  @Test
  void shouldSayThatTheEngineRefusesThisUser() throws Exception {
    String host = lab.environment().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
    assumeTrue(host.startsWith("unix://"), "the engine has no socket");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv");
    assumeTrue(System.getProperty("user.name").equals("root"), "not root");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    lab.set("HOME", "/tmp");
    Process process =
        start(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
            "FROM scratch\nCOPY busybox /\n");
    int code = process.waitFor();
    assumeTrue(code != 1 || !log().contains("Unable to access jarfile"), "others cannot read it");
    assumeTrue(code != 127, "others cannot run this Java");
    assertEquals(Problem.ENGINE_DENIED.exitCode(), code, log());
    assertTrue(log().contains("usermod -aG docker"), log());
  }
}
