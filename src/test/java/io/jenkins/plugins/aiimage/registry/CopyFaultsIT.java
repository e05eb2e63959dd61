package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each fault means for a copy from registry to registry, at each step of it. */
class CopyFaultsIT {
  /** The JDK does not read what a registry says that takes no more of an upload. */
  private static final String TABLE =
      """
      fault        | GET blob     | HEAD manifest | HEAD blob    | POST         | PUT blob     | PUT manifest
      200          | PROTOCOL     | PROTOCOL      | PROTOCOL     | PROTOCOL     | PROTOCOL     | ok, nothing
      201          | PROTOCOL     | PROTOCOL      | PROTOCOL     | PROTOCOL     | PROTOCOL     | ok, nothing
      202          | PROTOCOL     | PROTOCOL      | PROTOCOL     | PROTOCOL     | PROTOCOL     | PROTOCOL
      401          | REFUSED      | REFUSED       | REFUSED      | REFUSED      | REFUSED      | REFUSED
      early 401    | REFUSED      | REFUSED       | REFUSED      | REFUSED      | UNREACHABLE, REFUSED | REFUSED
      403          | REFUSED      | REFUSED       | REFUSED      | REFUSED      | REFUSED      | REFUSED
      404          | NOT_FOUND    | ok            | ok           | NOT_FOUND    | NOT_FOUND    | NOT_FOUND
      429          | THROTTLED    | THROTTLED     | THROTTLED    | THROTTLED    | THROTTLED    | THROTTLED
      500          | SERVER_ERROR | SERVER_ERROR  | SERVER_ERROR | SERVER_ERROR | SERVER_ERROR | SERVER_ERROR
      507          | SERVER_ERROR | SERVER_ERROR  | SERVER_ERROR | SERVER_ERROR | SERVER_ERROR | SERVER_ERROR
      silence      | TIMED_OUT    | TIMED_OUT     | TIMED_OUT    | TIMED_OUT    | TIMED_OUT    | TIMED_OUT
      drip         | TIMED_OUT    | TIMED_OUT     | TIMED_OUT    | TIMED_OUT    | TIMED_OUT    | TIMED_OUT
      cut          | UNREACHABLE  | UNREACHABLE   | UNREACHABLE  | UNREACHABLE  | UNREACHABLE  | UNREACHABLE
      lost answer  | UNREACHABLE  | UNREACHABLE   | UNREACHABLE  | UNREACHABLE  | UNREACHABLE  | UNREACHABLE
      half a body  | PROTOCOL     | ok            | ok           | ok           | ok           | ok
      other bytes  | PROTOCOL     | ok            | ok           | ok           | ok           | ok
      other digest | ok           | ok            | ok           | ok           | ok           | PROTOCOL
      no location  | ok           | ok            | ok           | PROTOCOL     | ok           | ok
      """;

  private static final Map<String, Fault> FAULTS =
      Map.of(
          "early 401", Fault.early(401),
          "429", Fault.status(429, "Retry-After", "35.852µs"),
          "silence", Fault.SILENCE,
          "drip", Fault.DRIP,
          "cut", Fault.CUT,
          "lost answer", Fault.LOST_ANSWER,
          "half a body", Fault.HALF_BODY,
          "other bytes", Fault.OTHER_BYTES,
          "other digest", Fault.header("Docker-Content-Digest", "sha256:" + "1".repeat(64)),
          "no location", Fault.header("Location", ""));

  @TempDir static Path folder;
  private static RegistryProcess realA;
  private static RegistryProcess realB;
  private static Manifest image;

  private String name = "copy/" + UUID.randomUUID();
  private FaultyRegistry a;
  private FaultyRegistry b;

  @BeforeAll
  static void startRegistries() throws IOException {
    realA = RegistryProcess.open(Files.createDirectory(folder.resolve("a")));
    realB = RegistryProcess.open(Files.createDirectory(folder.resolve("b")));
    image = SampleImage.push(truth(realA, "app"), SampleImage.bytes(300_000, 1));
  }

  @AfterAll
  static void stopRegistries() {
    for (RegistryProcess registry : new RegistryProcess[] {realA, realB}) {
      if (registry != null) {
        registry.close();
      }
    }
  }

  @BeforeEach
  void openProxies() {
    a = FaultyRegistry.before(realA);
    b = FaultyRegistry.before(realB);
  }

  @AfterEach
  void closeProxies() {
    a.close();
    b.close();
  }

  private static Repository truth(RegistryProcess registry, String name) {
    return Fixtures.registry(registry.address(), Credentials.NONE).repository(name);
  }

  /** A step of a copy, and where it is made. */
  private FaultyRegistry.Rule step(String step) {
    return switch (step) {
      case "GET blob" -> a.on("GET", "/blobs/");
      case "HEAD manifest" -> b.on("HEAD", "/manifests/");
      case "HEAD blob" -> b.on("HEAD", "/blobs/");
      case "POST" -> b.on("POST", "/uploads/");
      case "PUT blob" -> b.on("PUT", "/uploads/");
      default -> b.on("PUT", "/manifests/");
    };
  }

  private static Fault fault(String fault) {
    return FAULTS.containsKey(fault) ? FAULTS.get(fault) : Fault.status(Integer.parseInt(fault));
  }

  /** Every time-out is short where one is to be seen, and none is elsewhere. */
  private static Repository repository(FaultyRegistry registry, String name, boolean impatient) {
    Duration idle = impatient ? Duration.ofMillis(300) : Timeouts.DEFAULT.idle();
    return Registry.of(
            registry.host(),
            CredentialSource.ANONYMOUS,
            new Timeouts(idle, idle, idle, idle),
            Fixtures.QUICK)
        .repository(name);
  }

  private String copy(boolean impatient) {
    ImageCopy copy =
        new ImageCopy(
            repository(a, "app", impatient),
            repository(b, name, impatient),
            () -> false,
            CopyListener.NONE);
    try {
      ImageCopy.Copied unused = copy.copy(image);
      return "ok";
    } catch (RegistryException e) {
      assertTrue(e.getMessage().endsWith("."), e.getMessage());
      return "" + e.kind();
    }
  }

  /** Nothing, or the image and all that belongs to it. */
  private boolean arrived() throws IOException {
    Repository target = truth(realB, name);
    Optional<Descriptor> there = target.head(image.digest().toString());
    if (there.isPresent()) {
      assertEquals(image, target.get(image.digest().toString()));
      for (Descriptor blob : image.content().blobs()) {
        assertEquals(blob.size(), target.blobs().get(blob).length);
      }
    }
    return there.isPresent();
  }

  @ParameterizedTest
  @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = TABLE)
  void shouldEndAsTheTableSays(
      String fault,
      String getBlob,
      String headManifest,
      String headBlob,
      String post,
      String putBlob,
      String putManifest)
      throws IOException {
    assertVerdict(fault, "GET blob", getBlob);
    assertVerdict(fault, "HEAD manifest", headManifest);
    assertVerdict(fault, "HEAD blob", headBlob);
    assertVerdict(fault, "POST", post);
    assertVerdict(fault, "PUT blob", putBlob);
    assertVerdict(fault, "PUT manifest", putManifest);
  }

  private void assertVerdict(String fault, String step, String expected) throws IOException {
    name = "copy/" + UUID.randomUUID();
    step(step).does(fault(fault));
    String verdict = copy(expected.equals("TIMED_OUT"));
    a.mend();
    b.mend();
    assertTrue(List.of(expected.split(", ", -1)).contains(verdict), step + ": " + verdict);
    boolean arrived = arrived();
    if (verdict.equals("ok")) {
      assertEquals(!expected.endsWith("nothing"), arrived, step);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"429", "500", "503", "cut", "lost answer"})
  void shouldComeThroughATroubleThatPassesAtEveryStep(String fault) throws IOException {
    for (String step : List.of("GET blob", "HEAD manifest", "HEAD blob", "PUT manifest")) {
      step(step).times(1).does(fault(fault));
    }
    // One attempt at a blob begins anew after either.
    step("POST").times(1).does(fault(fault));
    step("PUT blob").times(1).does(fault(fault));
    assertEquals("ok", copy(false));
    assertTrue(arrived());
  }
}
