package io.jenkins.plugins.aiimage.start.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeReaderTest {
  @TempDir private Path folder;

  private ComposeFile read(String text) throws ComposeException {
    return new ComposeReader(folder, Map.of("FROM_OUTSIDE", "out")).read(text);
  }

  private Service service(String body) throws ComposeException {
    return read("services:\n  api:\n    image: x\n" + body.indent(4)).services().get("api");
  }

  @Test
  void shouldReadWhatServicesForSpeechNeed() throws Exception {
    Files.createDirectory(folder.resolve("models"));
    ComposeFile file =
        read(
            """
            version: "3.8"
            name: eloquence
            x-python: &python
              environment: {PYTHONUNBUFFERED: 1}
            services:
              whisper:
                <<: *python
                build: ./whisper
                image: whisper:${TAG:-1}
                restart: unless-stopped
                ports: ["8001:8000"]
                volumes: ["models:/models", "./models:/in:ro"]
                tmpfs: ["/tmp:size=2g"]
                ulimits: {nofile: {soft: 65536, hard: 65536}}
                healthcheck:
                  test: ["CMD", "curl", "-f", "http://localhost:8000/it's"]
                  interval: 1m30s
                  retries: 3
                deploy:
                  resources:
                    limits: {memory: 16G, cpus: '4.0'}
                    reservations: {memory: 8G}
              agent:
                image: agent
                depends_on:
                  whisper: {condition: service_healthy}
            volumes:
              models:
            """);

    Service whisper = file.services().get("whisper");
    assertEquals("eloquence", file.project());
    assertEquals("whisper:1", whisper.image());
    assertEquals(Map.of("PYTHONUNBUFFERED", "1"), whisper.environment());
    assertEquals("127.0.0.1:8001:8000/tcp", whisper.ports().get(0).publication());
    assertEquals(
        List.of(
            new Mount(Mount.Kind.NAMED, "eloquence_models", "/models", false),
            new Mount(
                Mount.Kind.BIND, folder.toRealPath().resolve("models").toString(), "/in", true)),
        whisper.mounts());
    assertEquals(List.of("--tmpfs=/tmp:size=2g", "--ulimit=nofile=65536:65536"), whisper.options());
    assertEquals(
        Optional.of("'curl' '-f' 'http://localhost:8000/it'\\''s'"), whisper.health().command());
    assertEquals(Optional.of(Duration.ofSeconds(90)), whisper.health().interval());
    assertEquals(Optional.of(16L << 30), whisper.limits().memory());
    assertEquals(Optional.of(4000L), whisper.limits().milliCpus());
    assertEquals(Map.of("whisper", Condition.HEALTHY), file.services().get("agent").dependencies());
    assertEquals(
        Set.of(
            "version (line 1, it is of no use any more)",
            "services.whisper.build (line 8, the image is taken)",
            "services.whisper.restart (line 10, nothing is restarted)"),
        Set.copyOf(file.ignored()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "privileged: true | services.api.privileged is not supported",
        "network_mode: host | services.api.network_mode is not supported",
        "devices: [/dev/kvm] | services.api.devices is not supported",
        "volumes: ['/etc:/etc'] | not a path inside the project",
        "volumes: ['../x:/x'] | \"../x\" is not there",
        "volumes: ['..:/x'] | outside the project",
        "volumes: ['~/x:/x'] | not a path inside the project",
        "volumes: ['data:/x'] | the volume data is not declared",
        "volumes: ['./a,b:/x'] | is not there",
        "ports: ['8000-8010:80'] | ranges such as",
        "ports: ['0:80'] | is no port",
        "ports: ['host:80:80'] | is no IP address",
        "mem_limit: lots | is not a size",
        "mem_limit: 99999999999999999999G | is not a size",
        "cpus: 0 | is not a number of CPUs",
        "depends_on: [db] | there is no service db",
        "depends_on: {api: {condition: now}} | none of service_started",
        "healthcheck: {test: [curl]} | begins with CMD",
        "healthcheck: {interval: 5 minutes} | is not a time",
        "env_file: nowhere.env | \"nowhere.env\" cannot be read",
        "environment: {A: \"1\\n2\"} | has several lines",
        "environment: ['=x'] | no name of a variable",
        "environment: {A: '${B:?say B}'} | the variable B is not set: say B",
        "environment: {A: '${B'} | no closing brace",
        "environment: {A: '$ 5'} | a $ stands alone",
        "deploy: {replicas: 2} | only one container",
        "deploy: {resources: {reservations: {devices: []}}} | GPUs",
        "command: 'sh -c \"x' | a quote is not closed",
        "image: y | is there twice",
        "entrypoint: !!python/object x | the tag",
      })
  void shouldNameWhatItRefuses(String body, String message) {
    ComposeException refused = assertThrows(ComposeException.class, () -> service(body));

    assertTrue(refused.getMessage().contains(message), refused.getMessage());
    assertEquals(4, refused.line(), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "services: | services are missing",
        "[] | it is no Compose file",
        "services: {a: {build: .}} | build alone",
        "services: {a: {}} | image is missing",
        "services: {a b: {image: x}} | is named by letters",
        "include: [x] | include is not supported",
        "secrets: {a: {file: x}} | secrets is not supported",
        "networks: {a: {external: true}} | networks.a.external is not supported",
        "volumes: {a: {external: true}} | volumes.a.external is not supported",
        "volumes: {a: {driver: nfs}} | there is the driver local",
        "name: ../x | small letters",
        "a b | it is no Compose file",
        "services: {a: {image: --privileged}} | is no name of an image",
        "a: [ | it is no YAML",
        "a: *b | it is no YAML",
        "{a: &a [*a]} | too many values",
        "? [a] : b | a key is not text",
      })
  void shouldSayWhatIsWrongWithTheWholeFile(String text, String message) {
    ComposeException refused = assertThrows(ComposeException.class, () -> read(text));

    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  @Test
  void shouldSayInOneLineWhatIsWrongWithANameOfSeveral() {
    ComposeException refused =
        assertThrows(ComposeException.class, () -> read("\"a\\nb\\e[2J\\N\": x"));

    assertTrue(refused.getMessage().startsWith("a?b?[2J? is not supported"), refused.getMessage());
  }

  @Test
  void shouldNotLetASmallFileBecomeAHugeOne() {
    StringBuilder bomb = new StringBuilder("x0: &x0 [a, a, a, a, a, a, a, a, a]\n");
    for (int i = 1; i < 12; i++) {
      String before = "*x" + (i - 1);
      bomb.append("x" + i + ": &x" + i + " [" + String.join(", ", List.of(before, before, before)));
      bomb.append(", " + before + ", " + before + "]\n");
    }

    ComposeException refused = assertThrows(ComposeException.class, () -> read(bomb.toString()));

    assertTrue(
        refused.getMessage().contains("too many values")
            || refused.getMessage().contains("aliases"),
        refused.getMessage());
  }

  @Test
  void shouldNotReadWhatIsNestedWithoutEnd() {
    String deep = "[".repeat(100_000);

    assertThrows(ComposeException.class, () -> read("a: " + deep));
  }

  @Test
  void shouldTakeVariablesFromOutsideBeforeThoseBesideTheFile() throws Exception {
    Files.writeString(folder.resolve(".env"), "FROM_OUTSIDE=beside\nBESIDE='a b' # no\n");
    Files.writeString(folder.resolve("own.env"), "A=file\nB=file\nFROM_OUTSIDE\n");

    Service api =
        service(
            """
            env_file: [own.env, {path: none.env, required: false}]
            environment: [A=$FROM_OUTSIDE, "C=${BESIDE}", "D=$$x${NONE+y}${BESIDE:+z}", BESIDE, NONE]
            """);

    assertEquals(
        Map.of(
            "A",
            "out",
            "B",
            "file",
            "FROM_OUTSIDE",
            "out",
            "C",
            "a b",
            "D",
            "$xz",
            "BESIDE",
            "a b"),
        api.environment());
  }

  @Test
  void shouldTakeAVariableForAWholeValue() throws Exception {
    ComposeFile file =
        read(
            """
            services:
              a:
                image: ${IMAGE:-x:1}
                mem_limit: ${LIMIT:-64m}
            """);

    assertEquals("x:1", file.services().get("a").image());
    assertEquals(Optional.of(64L << 20), file.services().get("a").limits().memory());
  }

  @Test
  void shouldTellWhichVariablesNobodyHasSet() throws Exception {
    ComposeFile file = read("services: {a: {image: x, command: 'run ${NOBODY} $NONE'}}");

    assertEquals(List.of("NOBODY", "NONE"), file.unset());
    assertEquals(Optional.of(List.of("run")), file.services().get("a").command());
  }

  @Test
  void shouldDivideACommandAsAShellWould() throws Exception {
    assertEquals(
        Optional.of(List.of("sh", "-c", "echo \"a b\"", "c d", "")),
        service("command: sh -c 'echo \"a b\"' c\\ d ''").command());
  }

  @Test
  void shouldWaitUntilReadyWhereTheFileDoesNotSayWhatIsWaitedFor() throws Exception {
    String file =
        """
        services:
          a: {image: x}
          b: {image: x, depends_on: [a]}
          c: {image: x, depends_on: {a: {condition: service_started}}}
          d: {image: x, depends_on: {a: {condition: service_completed_successfully}, e: {required: false}}}
        """;

    Map<String, Service> services = read(file).services();

    assertEquals(Map.of("a", Condition.HEALTHY), services.get("b").dependencies());
    assertEquals(Map.of("a", Condition.STARTED), services.get("c").dependencies());
    assertEquals(Map.of("a", Condition.COMPLETED), services.get("d").dependencies());
  }

  @Test
  void shouldRefuseALinkThatLeadsOutOfTheProject() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc"));

    ComposeException refused =
        assertThrows(ComposeException.class, () -> service("volumes: ['./link:/x']"));

    assertTrue(refused.getMessage().contains("outside the project"), refused.getMessage());
  }
}
