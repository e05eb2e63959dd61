package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.Asked;
import io.jenkins.plugins.aiimage.registry.Certificate;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Fault;
import io.jenkins.plugins.aiimage.registry.FaultyRegistry;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.registry.TokenGuard;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs with a registry that misbehaves. */
class PrepareFaultsIT {
  private static final Map<String, Fault> FAULTS =
      Map.of(
          "429", Fault.status(429, "Retry-After", "35.852µs"),
          "cut", Fault.CUT,
          "web page", Fault.header("Content-Type", "text/html"),
          "schema 1",
              Fault.header(
                  "Content-Type", "application/vnd.docker.distribution.manifest.v1+prettyjws"),
          "other digest", Fault.header("Docker-Content-Digest", "sha256:" + "1".repeat(64)));

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Path context;
  private Lab lab;
  private FaultyRegistry registry;

  @BeforeEach
  void openRegistry() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    registry = FaultyRegistry.before(lab.registry());
    context =
        Lab.context(
            folder.resolve("context"),
            Map.of("Dockerfile", "FROM scratch\nCOPY mark /\nCMD [\"/mark\"]\n", "mark", image));
  }

  @AfterEach
  void closeRegistry() {
    if (registry != null) {
      registry.close();
    }
  }

  private Said prepare(String at, String... more) {
    List<String> words =
        new ArrayList<>(List.of("prepare", "--context", context.toString(), "--image", image));
    words.addAll(List.of("--registry", at, "--tag", "v1", "--builder", "docker", "--verbose"));
    words.addAll(List.of("--report", folder.resolve("r.json").toString()));
    words.addAll(List.of("--events", folder.resolve("events").toString()));
    words.addAll(List.of(more));
    return lab.aiImage(words.toArray(String[]::new));
  }

  private RunReport report() throws IOException {
    return ReportJson.read(Files.readString(folder.resolve("r.json")));
  }

  /** The repository behind the faults. */
  private Repository truth() {
    return Registry.of(RegistryHost.parse(lab.registry()), CredentialSource.ANONYMOUS)
        .repository(image);
  }

  private Optional<String> tagged() throws IOException {
    return truth().head("v1").map(found -> found.digest().toString());
  }

  private static Fault fault(String fault) {
    return FAULTS.containsKey(fault) ? FAULTS.get(fault) : Fault.status(Integer.parseInt(fault));
  }

  private static String[] required(boolean required) {
    return required ? new String[] {"--require-registry"} : new String[0];
  }

  /** The image is in the registry, which does not say so. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          fault            | required | exit code | in the end
          401              | false    | 5         |
          403              | false    | 5         |
          404              | false    | 0         | published
          429              | false    | 0         | local
          503              | false    | 0         | local
          503              | true     | 6         |
          cut              | false    | 0         | local
          web page         | false    | 0         | local
          schema 1         | false    | 0         | local
          """)
  void shouldNotTakeTroubleForAHit(String fault, boolean required, int exitCode, String end)
      throws IOException {
    assertEquals(0, prepare(lab.registry()).exitCode());
    Optional<String> before = tagged();
    registry.on("HEAD", "/manifests/").does(fault(fault));
    if (fault.equals("404")) {
      // The push itself is asked by others, and the look after it must find something.
      registry.mend();
      registry.on("HEAD", "/manifests/").times(4).does(fault(fault));
    }
    Said said = prepare(registry.address(), required(required));
    assertEquals(exitCode, said.exitCode(), said.out());
    if (exitCode == 0) {
      assertEquals(Optional.of(CacheResult.BUILT), report().image().cache());
      assertEquals(end.equals("published"), report().image().published());
      assertEquals(end.equals("published") ? 0 : 1, report().warnings().size(), said.out());
    } else {
      assertOneSentence(report());
      assertFalse(said.out().contains("▶"), said.out());
    }
    if (!"published".equals(end)) {
      assertEquals(before, tagged());
    }
  }

  private static void assertOneSentence(RunReport report) {
    String message = report.failure().orElseThrow().message();
    assertTrue(message.endsWith(".") && message.indexOf('\n') < 0, message);
    assertTrue(message.contains("127.0.0.1:"), message);
  }

  /** The image was built and is to be published. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          step        | fault        | required | exit code
          PUT key-    | 403          | false    | 0
          PUT key-    | 503          | true     | 6
          PUT key-    | 202          | false    | 0
          HEAD key-   | 503          | false    | 0
          HEAD key-   | 403          | false    | 5
          PUT v1      | 503          | false    | 0
          PUT v1      | 503          | true     | 6
          PUT v1      | 403          | false    | 5
          PUT v1      | 202          | false    | 0
          PUT v1      | other digest | false    | 0
          """)
  void shouldNotSayThatItIsPublishedWhereItIsNot(
      String step, String fault, boolean required, int exitCode) throws IOException {
    String[] words = step.split(" ", 2);
    // All looks before the build find nothing, as is right; the fourth is the one after the push.
    registry
        .on(words[0], "/manifests/" + words[1])
        .after(words[0].equals("HEAD") ? 3 : 0)
        .does(fault(fault));
    Said said = prepare(registry.address(), required(required));
    assertEquals(exitCode, said.exitCode(), said.out());
    assertFalse(report().image().published());
    if (exitCode == 0) {
      assertEquals(1, report().warnings().size(), said.out());
      String reference = report().image().reference().orElseThrow();
      assertTrue(reference.startsWith("sha256:"), reference);
      lab.docker("image", "inspect", reference);
    } else {
      assertOneSentence(report());
    }
    if (!fault.equals("other digest")) {
      assertEquals(Optional.empty(), tagged());
    }
    registry.mend();
    assertEquals(0, prepare(registry.address(), required(required)).exitCode());
    assertTrue(report().image().published());
    assertEquals(report().image().digest(), tagged());
  }

  /** The image is there, and its tag is not yet. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          step        | fault | required | exit code
          PUT v2      | 503   | false    | 0
          PUT v2      | 503   | true     | 6
          PUT v2      | 202   | false    | 0
          PUT v2      | 403   | false    | 5
          GET sha256: | 404   | false    | 0
          """)
  void shouldNotSayThatAHitHasATagThatItHasNot(
      String step, String fault, boolean required, int exitCode) throws IOException {
    assertEquals(0, prepare(registry.address()).exitCode());
    RunReport built = report();
    String[] words = step.split(" ", 2);
    registry.on(words[0], "/manifests/" + words[1]).does(fault(fault));
    List<String> more = new ArrayList<>(List.of(required(required)));
    more.addAll(List.of("--tag", "v2"));
    Said said = prepare(registry.address(), more.toArray(String[]::new));
    assertEquals(exitCode, said.exitCode(), said.out());
    assertFalse(report().image().published());
    if (exitCode == 0) {
      assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
      assertEquals(built.image().reference(), report().image().reference());
      assertEquals(1, report().warnings().size(), said.out());
    }
    assertEquals(Optional.empty(), truth().head("v2"));
    assertEquals(built.image().digest(), tagged());
  }

  @Test
  void shouldRefuseACertificateThatNobodyKnowsBeforeAnythingIsBuilt() throws Exception {
    try (RegistryProcess real = RegistryProcess.open(folder);
        FaultyRegistry tls = FaultyRegistry.before(real, Certificate.selfSigned(folder).server())) {
      Said said = prepare(tls.url());
      assertEquals(5, said.exitCode(), said.out());
      assertFalse(said.out().contains("▶"), said.out());
      String message = report().failure().orElseThrow().message();
      assertTrue(message.contains("certificate of " + tls.address()), message);
    }
  }

  @Test
  void shouldKeepTheTagWithTheImageThatWasFoundWhereTheKeyMovesMeanwhile() throws IOException {
    assertEquals(0, prepare(lab.registry()).exitCode());
    String right = tagged().orElseThrow();
    Files.writeString(context.resolve("mark"), "other");
    assertEquals(0, prepare(lab.registry()).exitCode());
    Files.writeString(context.resolve("mark"), image);
    String other = tagged().orElseThrow();
    registry
        .on("HEAD", "/manifests/key-")
        .times(1)
        .does(Fault.after(() -> truth().tag(other, "v1")));
    Said said = prepare(registry.address());
    assertEquals(0, said.exitCode(), said.out());
    assertEquals(Optional.of(CacheResult.HIT), report().image().cache());
    assertEquals(Optional.of(right), report().image().digest());
    assertEquals(right, tagged().orElseThrow());
  }

  @Test
  void shouldShowASecretToNobodyButTheRegistry() throws Exception {
    String user = "tester";
    String password = "s3cret-" + System.nanoTime();
    String pair =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    Path config = Files.createDirectories(folder.resolve("docker"));
    Files.writeString(
        config.resolve("config.json"),
        "{\"auths\":{\"" + registry.address() + "\":{\"auth\":\"" + pair + "\"}}}");
    lab.set("DOCKER_CONFIG", config.toString());
    TokenGuard guard = new TokenGuard(user, password, 1000);
    registry.guardedBy(guard);
    StringBuilder seen = new StringBuilder();
    try (FaultyRegistry elsewhere = FaultyRegistry.before(lab.registry());
        ProcessLists processes = new ProcessLists()) {
      Said built = prepare(registry.address());
      seen.append(texts(built));
      assertTrue(report().image().published(), built.out());
      registry.on("GET", "/manifests/sha256:").does(Fault.redirect(elsewhere.url()));
      registry.on("HEAD", "/manifests/key-").does(Fault.redirect(elsewhere.url()));
      Said hit = prepare(registry.address(), "--tag", "v2");
      seen.append(texts(hit));
      assertEquals(Optional.of(CacheResult.HIT), report().image().cache(), hit.out());
      assertTrue(report().image().published(), hit.out());
      registry.on("PUT", "/manifests/v3").answer(403);
      seen.append(texts(prepare(registry.address(), "--tag", "v3")));
      assertFalse(elsewhere.asked().isEmpty());
      elsewhere.asked().forEach(asked -> seen.append(asked.headers()));
      seen.append(processes.seen());
    }
    for (Asked asked : registry.asked()) {
      seen.append(asked.path());
    }
    List<String> secrets = new ArrayList<>(guard.tokens());
    assertTrue(secrets.size() > 2, "" + secrets.size());
    secrets.addAll(Set.of(password, pair));
    for (String secret : secrets) {
      assertEquals(-1, seen.indexOf(secret), () -> around(seen, secret));
    }
  }

  private static String around(StringBuilder seen, String secret) {
    int at = seen.indexOf(secret);
    return seen.substring(Math.max(0, at - 200), Math.min(seen.length(), at + 200));
  }

  private String texts(Said said) throws IOException {
    return said.out()
        + said.err()
        + Files.readString(folder.resolve("r.json"))
        + Files.readString(folder.resolve("events"));
  }
}
