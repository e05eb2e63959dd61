package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.report.ServiceResult;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import io.jenkins.plugins.aiimage.report.ServicesReport.ServiceReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services on a real engine. */
class StartIT {
  private static final String BUSYBOX =
      """
      FROM scratch
      COPY busybox /bin/busybox
      RUN ["/bin/busybox", "--install", "-s", "/bin"]
      """;

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private final String run = UUID.randomUUID().toString().substring(0, 13);
  private Lab lab;

  @BeforeEach
  void buildImage() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    Path context = Lab.context(folder.resolve("context"), Map.of("Dockerfile", BUSYBOX));
    lab.plainBuild("docker", "--tag", image, context.toString());
  }

  @AfterEach
  void removeWhatIsLeft() {
    List<String> left = containers();
    if (!left.isEmpty()) {
      List<String> words = new ArrayList<>(List.of("rm", "--force", "--volumes"));
      words.addAll(left);
      String unused = lab.docker(words.toArray(String[]::new));
    }
    Said unused = lab.dockerSays("network", "rm", "ai-image-" + run);
  }

  /** Of this test's run. */
  private List<String> containers() {
    return lab.docker("ps", "--all", "--quiet", "--filter=label=ai-image.run=" + run)
        .lines()
        .toList();
  }

  private Path compose(String services) throws IOException {
    return Files.writeString(
        folder.resolve("compose.yaml"),
        "services:\n" + services.replace("IMAGE", "image: " + image).indent(2));
  }

  private Said start(String... options) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("start", "--file", folder.resolve("compose.yaml").toString()));
    words.addAll(List.of("--run", run, "--report", report().toString()));
    words.addAll(List.of(options));
    return lab.aiImage(words.toArray(String[]::new));
  }

  private Path report() {
    return folder.resolve("report.json");
  }

  private ServicesReport services() throws IOException {
    return ReportJson.read(Files.readString(report())).details(ServicesReport.class).orElseThrow();
  }

  private ServiceReport service(String name) throws IOException {
    return services().services().stream()
        .filter(service -> service.service().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldStartInStagesTestAndLeaveNothingBehind() throws Exception {
    Files.createDirectory(folder.resolve("site"));
    Files.writeString(folder.resolve("site/index.html"), "it works");
    compose(
        """
        model: {IMAGE, command: [sh, -c, 'echo "$$WHO" > /shared/model'], volumes: ["shared:/shared"], environment: {WHO: "a  b"}}
        web:
          IMAGE
          command: [sh, -c, "cp /in/* /; sleep 1; exec httpd -f -p 8000 -h /"]
          init: true
          ports: [8000]
          mem_limit: 64M
          volumes: ["./site:/in:ro", "shared:/shared"]
          healthcheck: {test: [CMD, wget, -qO-, "http://localhost:8000/"], interval: 200ms, retries: 50}
          depends_on: {model: {condition: service_completed_successfully}}
        check: {IMAGE, command: [wget, -qO-, "http://web:8000/"], profiles: [check], depends_on: [web]}
        """);
    Files.writeString(
        folder.resolve("compose.yaml"),
        "\nvolumes: {shared: {name: it-" + run + "}}\n",
        StandardOpenOption.APPEND);

    Said said =
        start(
            "--test=web:test \"$(cat /shared/model)\" = 'a  b'",
            "--test=check",
            "--remove-volumes");

    assertEquals(0, said.exitCode(), said.out() + said.err());
    assertEquals(ServiceResult.COMPLETED, service("model").result());
    assertEquals(ServiceResult.HEALTHY, service("web").result());
    assertEquals(List.of(true, true), services().tests().stream().map(t -> t.passed()).toList());
    assertTrue(service("web").start().compareTo(service("model").start()) > 0);
    assertTrue(service("web").peakMemory().orElse(0L) > 0, said.out());
    assertEquals(List.of(), containers());
    assertEquals("", lab.docker("volume", "ls", "--quiet", "--filter=name=it-" + run));
    assertEquals("", lab.docker("network", "ls", "--quiet", "--filter=name=ai-image-" + run));
  }

  @Test
  void shouldKeepNamedVolumesForTheNextStart() throws Exception {
    compose(
        """
        web:
          IMAGE
          init: true
          command: [sh, -c, "echo started >> /shared/starts; sleep 100"]
          volumes: ["shared:/shared"]
          healthcheck: {test: "test -e /shared/starts", interval: 200ms}
        """);
    Files.writeString(
        folder.resolve("compose.yaml"),
        "\nvolumes: {shared: {name: it-" + run + "}}\n",
        StandardOpenOption.APPEND);

    Said first = start();
    Said second = start("--test=web:test $(wc -l < /shared/starts) = 2", "--remove-volumes");

    assertEquals(0, first.exitCode(), first.out() + first.err());
    assertEquals(0, second.exitCode(), second.out() + second.err());
  }

  @Test
  void shouldGoOnRunningUntilItIsStopped() throws Exception {
    compose("web: {IMAGE, init: true, command: [httpd, -f, -p, 8000], ports: ['8000']}");

    Said said = start("--keep=1h");

    assertEquals(0, said.exitCode(), said.out() + said.err());
    List<String> variables = services().environment().orElseThrow();
    assertTrue(variables.contains("AI_IMAGE_SERVICES=" + run), variables.toString());
    int port =
        variables.stream()
            .filter(variable -> variable.startsWith("WEB_PORT="))
            .map(variable -> Integer.parseInt(variable.substring("WEB_PORT=".length())))
            .findFirst()
            .orElseThrow();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertTrue(socket.isConnected());
    }
    assertTrue(lab.docker("port", "ai-image-" + run + "-web").endsWith("-> 127.0.0.1:" + port));
    assertEquals(2, start("--keep=1h").exitCode(), "the run is there already");
    assertEquals(1, containers().size());

    Said stopped = lab.aiImage("stop", "--run", run);

    assertEquals(0, stopped.exitCode(), stopped.out() + stopped.err());
    assertEquals(List.of(), containers());
  }

  @Test
  void shouldNameTheServicesThatIgnoreBeingAskedToEnd() throws Exception {
    compose(
        """
        deaf: {IMAGE, command: [sleep, '100'], stop_grace_period: 1s}
        polite: {IMAGE, init: true, command: [sleep, '100']}
        abrupt: {IMAGE, command: [sleep, '100'], stop_signal: KILL}
        """);

    Said said = start();

    assertEquals(0, said.exitCode(), said.out() + said.err());
    assertTrue(
        said.out().contains("⚠ deaf did not end within stop_grace_period and had to be killed"),
        said.out());
  }

  @Test
  void shouldSayWhyAServiceIsNotReadyAndWhoWaitedForIt() throws Exception {
    compose(
        """
        db: {IMAGE, init: true, command: [sh, -c, "echo no table; sleep 100"], healthcheck: {test: "echo sick; false", interval: 100ms, retries: 2}}
        api: {IMAGE, depends_on: [db]}
        web: {IMAGE, depends_on: [api]}
        """);

    Said said = start();

    assertEquals(26, said.exitCode(), said.out());
    assertTrue(said.out().contains("✗ db: it is not healthy; its check says: sick"), said.out());
    assertEquals(List.of("api", "web"), service("db").waiting());
    assertEquals(List.of("no table"), service("db").lastLines());
    assertEquals(ServiceResult.NOT_STARTED, service("web").result());
    assertEquals(List.of(), containers());
  }

  @Test
  void shouldTellAnEndFromATimeOut() throws Exception {
    compose("gone: {IMAGE, command: [sh, -c, 'echo bye; exit 3']}");
    Said said = start();
    assertEquals(26, said.exitCode(), said.out());
    assertEquals(3, service("gone").exitCode().orElseThrow());
    assertEquals(List.of("bye"), service("gone").lastLines());

    compose(
        "slow: {IMAGE, init: true, command: [sleep, '100'], healthcheck: {test: 'false', interval: 1h}}");
    said = start("--start-timeout=1s");
    assertEquals(26, said.exitCode(), said.out());
    assertTrue(said.out().contains("which is its time-out"), said.out());
    assertEquals(List.of(), containers());
  }

  @Test
  void shouldStartNothingThatDoesNotFitOrIsNotThere() throws Exception {
    compose("big: {IMAGE, mem_limit: 1000G}");
    assertEquals(27, start().exitCode());

    compose(
        "one: {IMAGE, command: [sleep, '9'], stop_signal: KILL, ports: ['29871:1', '29871:2']}");
    Said taken = start();
    assertEquals(26, taken.exitCode(), taken.out());
    assertTrue(taken.out().contains("it cannot be started: Bind for 127.0.0.1:29871"), taken.out());

    compose("other: {image: 'it/nowhere:1'}");
    Said said = start("--pull=never");
    assertEquals(26, said.exitCode(), said.out());
    assertTrue(said.out().contains("has no image it/nowhere:1"), said.out());
    assertEquals(List.of(), containers());
  }

  @Test
  void shouldRemoveWhatARunLeftThatWasKilled() throws Exception {
    compose(
        "web: {IMAGE, init: true, command: [sleep, '100'], healthcheck: {test: 'false', interval: 1h}}");
    Process process = program();
    Eventually.holds("a container", () -> !containers().isEmpty());
    process.destroyForcibly();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertFalse(containers().isEmpty());

    Said said = lab.aiImage("stop");

    assertEquals(0, said.exitCode(), said.out() + said.err());
    assertTrue(said.out().contains(run), said.out());
    assertEquals(List.of(), containers());
  }

  @Test
  void shouldStopEverythingWhenItIsInterrupted() throws Exception {
    compose("web: {IMAGE, command: [sleep, '100'], healthcheck: {test: 'false', interval: 1h}}");
    Process process = program();
    Eventually.holds("a container", () -> !containers().isEmpty());
    process.destroy();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(List.of(), containers());
  }

  private Process program() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "io.jenkins.plugins.aiimage.cli.Main",
            "start",
            "--file=" + folder.resolve("compose.yaml"),
            "--run=" + run);
    builder.environment().putAll(lab.environment());
    return builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
  }
}
