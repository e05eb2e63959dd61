package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each fault of a registry means for a look-up and for a tag. */
class RegistryFaultsIT {
  private static final String OTHER = "sha256:" + "1".repeat(64);

  @TempDir static Path folder;
  private static RegistryProcess real;

  private static final String NAME = "faults/app";
  private static Manifest old;
  private static Manifest wanted;
  private FaultyRegistry faulty;

  /**
   * A fault and its verdicts: {@code ok}, {@code none}, or the kind of the failure, and how many
   * requests the registry saw. No number where the JDK itself sends again: it does when a
   * connection breaks before the first byte.
   */
  private record Row(String words, Fault fault, String head, String get, String put) {
    boolean isTimed() {
      return get.startsWith("TIMED_OUT");
    }

    @Override
    public String toString() {
      return words;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        row("401 without challenge", 401, "REFUSED 1", "REFUSED 1", "REFUSED 1"),
        row("403", 403, "REFUSED 1", "REFUSED 1", "REFUSED 1"),
        row("404", 404, "none 1", "NOT_FOUND 1", "NOT_FOUND 1"),
        row("429", 429, "THROTTLED 3", "THROTTLED 3", "THROTTLED 3"),
        throttled("35.852µs", 3),
        throttled("-1", 3),
        throttled("soon", 3),
        throttled("3600", 1),
        throttled("9223372036854775807", 1),
        row("500", 500, "SERVER_ERROR 3", "SERVER_ERROR 3", "SERVER_ERROR 3"),
        row("501", 501, "SERVER_ERROR 1", "SERVER_ERROR 1", "SERVER_ERROR 1"),
        row("503", 503, "SERVER_ERROR 3", "SERVER_ERROR 3", "SERVER_ERROR 3"),
        row("202 that stores nothing", 202, "PROTOCOL 1", "PROTOCOL 1", "PROTOCOL 1"),
        new Row("silence", Fault.SILENCE, "TIMED_OUT 1", "TIMED_OUT 1", "TIMED_OUT 1"),
        new Row("drip", Fault.DRIP, "TIMED_OUT 1", "TIMED_OUT 1", "TIMED_OUT 1"),
        new Row("cut", Fault.CUT, "UNREACHABLE", "UNREACHABLE", "UNREACHABLE"),
        new Row("lost answer", Fault.LOST_ANSWER, "UNREACHABLE", "UNREACHABLE", "stored"),
        new Row("half a body", Fault.HALF_BODY, "ok 1", "PROTOCOL 3", "ok 1"),
        new Row("other bytes", Fault.OTHER_BYTES, "ok 1", "PROTOCOL 1", "ok 1"),
        header("Docker-Content-Digest", OTHER, "lied to 1", "PROTOCOL 1", "stored 1"),
        header("Docker-Content-Digest", "md5:1", "PROTOCOL 1", "PROTOCOL 1", "stored 1"),
        header("Docker-Content-Digest", "", "ok 1", "ok 1", "ok 1"),
        header("Content-Length", "", "ok 1", "ok 1", "ok 1"),
        header(
            "Content-Type",
            "application/vnd.docker.distribution.manifest.v1+prettyjws",
            "PROTOCOL 1",
            "PROTOCOL 1",
            "ok 1"),
        header("Content-Type", "text/html", "PROTOCOL 1", "PROTOCOL 1", "ok 1"),
        header("Content-Type", "", "PROTOCOL 1", "PROTOCOL 1", "ok 1"),
        new Row(
            "redirect to nowhere",
            Fault.status(307, "Location", "ftp://example.com/"),
            "PROTOCOL 1",
            "PROTOCOL 1",
            "PROTOCOL 1"),
        new Row(
            "redirect in circles",
            exchange -> exchange.send(307, "Location", exchange.path()),
            "PROTOCOL 6",
            "PROTOCOL 6",
            "PROTOCOL 1"));
  }

  private static Row row(String words, int status, String head, String get, String put) {
    return new Row(words, Fault.status(status), head, get, put);
  }

  private static Row throttled(String retryAfter, int requests) {
    String verdict = "THROTTLED " + requests;
    Fault fault = Fault.status(429, "Retry-After", retryAfter);
    return new Row("429, Retry-After: " + retryAfter, fault, verdict, verdict, verdict);
  }

  private static Row header(String name, String value, String head, String get, String put) {
    return new Row(name + ": " + value, Fault.header(name, value), head, get, put);
  }

  @BeforeAll
  static void startRegistry() throws IOException {
    real = RegistryProcess.open(folder);
    old = SampleImage.push(truth(), SampleImage.bytes(10, 1));
    wanted = SampleImage.push(truth(), SampleImage.bytes(10, 2));
  }

  @AfterAll
  static void stopRegistry() {
    if (real != null) {
      real.close();
    }
  }

  @BeforeEach
  void openRegistry() throws IOException {
    truth().put("old", old);
    truth().put("wanted", wanted);
    faulty = FaultyRegistry.before(real);
  }

  @AfterEach
  void closeRegistry() {
    faulty.close();
  }

  /** The same repository without the faults. */
  private static Repository truth() {
    return Fixtures.registry(real.address(), Credentials.NONE).repository(NAME);
  }

  private Repository repository(boolean impatient) {
    Duration little = Duration.ofMillis(400);
    Timeouts timeouts =
        impatient ? new Timeouts(Duration.ofSeconds(5), little, little, little) : Timeouts.DEFAULT;
    return Registry.of(faulty.host(), CredentialSource.ANONYMOUS, timeouts, Fixtures.QUICK)
        .repository(NAME);
  }

  private interface Use {
    String verdict() throws RegistryException;
  }

  private String verdict(String method, Use use) {
    String words;
    try {
      words = use.verdict();
    } catch (RegistryException e) {
      assertTrue(e.getMessage().endsWith("."), e.getMessage());
      assertTrue(e.getMessage().contains("127.0.0.1:"), e.getMessage());
      words = "" + e.kind();
    }
    return words + " " + faulty.asked(method, "/manifests/").size();
  }

  private static void assertVerdict(String expected, String actual) {
    assertEquals(expected, expected.indexOf(' ') < 0 ? actual.split(" ", 2)[0] : actual);
  }

  private String head(Repository repository) throws RegistryException {
    Optional<Descriptor> found = repository.head("wanted");
    if (found.isEmpty()) {
      return "none";
    }
    return found.get().digest().equals(wanted.digest()) ? "ok" : "lied to";
  }

  private String get(Repository repository, String reference) throws RegistryException {
    return repository.get(reference).equals(wanted) ? "ok" : "lied to";
  }

  private static Digest tagged() throws RegistryException {
    return truth().head("old").orElseThrow().digest();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldJudgeALookUp(Row row) {
    faulty.on("HEAD", "/manifests/").does(row.fault());
    assertVerdict(row.head(), verdict("HEAD", () -> head(repository(row.isTimed()))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldJudgeAManifest(Row row) {
    faulty.on("GET", "/manifests/").does(row.fault());
    assertVerdict(row.get(), verdict("GET", () -> get(repository(row.isTimed()), "wanted")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldJudgeATag(Row row) throws IOException {
    faulty.on("PUT", "/manifests/").does(row.fault());
    Repository repository = repository(row.isTimed());
    String verdict =
        verdict("PUT", () -> repository.put("old", wanted).equals(wanted.digest()) ? "ok" : "?");
    String[] expected = row.put().split(" ", 2);
    boolean moved = List.of("ok", "stored").contains(expected[0]) || row.fault() == Fault.DRIP;
    assertEquals(moved ? wanted.digest() : old.digest(), tagged());
    if (expected[0].equals("stored")) {
      assertTrue(verdict.matches("[A-Z_]+ [0-9]+"), verdict);
    } else {
      assertVerdict(row.put(), verdict);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldBeRightOrFailWhereOnlyTheFirstAnswerIsWrong(Row row) throws IOException {
    faulty.on("GET", "/manifests/").times(1).does(row.fault());
    faulty.on("PUT", "/manifests/").times(1).does(row.fault());
    Repository repository = repository(row.isTimed());
    try {
      assertEquals(wanted.digest(), repository.tag(wanted.digest().toString(), "old"));
      assertEquals(wanted.digest(), tagged());
    } catch (RegistryException e) {
      assertTrue(List.of(old.digest(), wanted.digest()).contains(tagged()), e.getMessage());
      assertEquals(false, e.isPassing() && e.retryAfter().isEmpty(), e.getMessage());
    }
  }

  @Test
  void shouldNotTakeOtherBytesForADigestThatTheRegistryDoesNotName() {
    faulty
        .on("GET", "/manifests/")
        .does(
            exchange -> {
              try (RegistryAnswer answer = exchange.ask()) {
                byte[] body = answer.body().readAllBytes();
                body[body.length - 1] ^= 1;
                answer.set("Docker-Content-Digest", "");
                exchange.write(answer.head());
                exchange.write(body);
              }
            });
    String digest = wanted.digest().toString();
    assertEquals("PROTOCOL 1", verdict("GET", () -> get(repository(false), digest)));
    assertEquals("PROTOCOL 2", verdict("GET", () -> "" + repository(false).tag(digest, "old")));
  }

  @Test
  void shouldTagWhatWasFoundWhereItsTagMovesMeanwhile() throws IOException {
    faulty.on("HEAD", "/manifests/wanted").does(Fault.after(() -> truth().put("wanted", old)));
    Digest found = repository(false).head("wanted").orElseThrow().digest();
    assertEquals(wanted.digest(), repository(false).tag(found.toString(), "new"));
    assertEquals(wanted.digest(), truth().head("new").orElseThrow().digest());
  }

  @Test
  void shouldFailWhereWhatWasFoundIsDeletedBeforeItIsTagged() throws IOException {
    Manifest gone = SampleImage.push(truth(), SampleImage.bytes(10, 3));
    String digest = repository(false).head(gone.digest().toString()).orElseThrow().digest() + "";
    faulty.on("GET", digest).does(Fault.before(() -> truth().delete(digest)));
    assertEquals("NOT_FOUND 1", verdict("GET", () -> "" + repository(false).tag(digest, "old")));
    assertEquals(old.digest(), tagged());
  }

  @Test
  void shouldFollowARedirectToAnotherHostWithoutTheCredential() throws Exception {
    try (FaultyRegistry elsewhere = FaultyRegistry.before(real)) {
      TokenGuard guard = new TokenGuard("alice", "wonderland", 1000);
      faulty.guardedBy(guard);
      Repository repository = Fixtures.registry(faulty.address(), Fixtures.ALICE).repository(NAME);
      repository.head("wanted");
      faulty.on("GET", "/manifests/").does(Fault.redirect(elsewhere.url()));
      faulty.on("HEAD", "/manifests/").does(Fault.redirect(elsewhere.url()));
      assertEquals(wanted, repository.get("wanted"));
      assertEquals(wanted.digest(), repository.head("wanted").orElseThrow().digest());
      assertEquals(2, elsewhere.asked().size());
      for (Asked asked : elsewhere.asked()) {
        assertEquals(Optional.empty(), asked.header("Authorization"), asked.toString());
        assertEquals(Optional.empty(), asked.header("Cookie"), asked.toString());
      }
    }
  }

  @Test
  void shouldSendACredentialNeitherToARedirectThatAsksForItNorToItsTokenService() throws Exception {
    try (FaultyRegistry thief = FaultyRegistry.before(real)) {
      thief.on("*", "/v2/").answer(401, "WWW-Authenticate", "Basic realm=\"give\"");
      faulty.on("GET", "/manifests/").does(Fault.redirect(thief.url()));
      Repository repository = Fixtures.registry(faulty.address(), Fixtures.ALICE).repository(NAME);
      Fixtures.assertKind(RegistryException.Kind.REFUSED, () -> repository.get("wanted"));
      assertEquals(1, thief.asked().size());
      assertEquals(Optional.empty(), thief.asked().get(0).header("Authorization"));
    }
  }

  @Test
  void shouldNeverRepeatARefusedCredential() {
    faulty.on("*", "/v2/").answer(401, "WWW-Authenticate", "Basic realm=\"x\"");
    Repository repository = Fixtures.registry(faulty.address(), Fixtures.ALICE).repository(NAME);
    assertEquals("REFUSED 2", verdict("HEAD", () -> head(repository)));
  }

  @Test
  void shouldGetANewTokenWhereOneIsWorthLessThanItSays() throws IOException {
    TokenGuard guard = new TokenGuard("alice", "wonderland", 2);
    faulty.guardedBy(guard);
    Repository repository = Fixtures.registry(faulty.address(), Fixtures.ALICE).repository(NAME);
    for (int i = 0; i < 5; i++) {
      assertEquals(wanted.digest(), repository.tag("wanted", "old"));
    }
    assertTrue(guard.tokens().size() >= 5, () -> "" + guard.tokens().size());
  }
}
