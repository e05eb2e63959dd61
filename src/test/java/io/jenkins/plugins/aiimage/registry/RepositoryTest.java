package io.jenkins.plugins.aiimage.registry;

import static io.jenkins.plugins.aiimage.registry.Fixtures.MANIFEST;
import static io.jenkins.plugins.aiimage.registry.Fixtures.assertKind;
import static io.jenkins.plugins.aiimage.registry.Fixtures.manifest;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import io.jenkins.plugins.aiimage.registry.ScriptedServer.Answer;
import io.jenkins.plugins.aiimage.registry.ScriptedServer.Script;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryTest {
  private ScriptedServer server;

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldFindAManifestWithOneRequest() throws Exception {
    Repository repository = answering(asked -> manifest());

    assertEquals(Optional.of(MANIFEST.descriptor()), repository.head("1"));

    assertEquals(1, server.asked().size());
    assertEquals("HEAD", server.asked().get(0).method());
    assertEquals("/v2/ai/app/manifests/1", server.asked().get(0).uri());
    String accept = server.asked().get(0).header("Accept").orElseThrow();
    for (String type : MediaTypes.MANIFESTS) {
      assertTrue(accept.contains(type), accept);
    }
  }

  @Test
  void shouldReadTheManifestWhereNoDigestIsNamed() throws Exception {
    Repository repository =
        answering(
            asked ->
                Answer.text(
                    200,
                    new String(MANIFEST.bytes(), StandardCharsets.UTF_8),
                    "Content-Type",
                    MANIFEST.mediaType() + "; charset=utf-8"));

    assertEquals(Optional.of(MANIFEST.descriptor()), repository.head("1"));
  }

  @Test
  void shouldNotTakeAWebPageForAHit() {
    Repository repository =
        answering(asked -> Answer.text(200, "<html>Log in</html>", "Content-Type", "text/html"));

    assertKind(Kind.PROTOCOL, () -> repository.head("1"));
    assertKind(Kind.PROTOCOL, () -> repository.get("1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.docker.distribution.manifest.v1+prettyjws",
        "application/vnd.docker.distribution.manifest.v1+json"
      })
  void shouldNotTakeSchema1ForAHit(String type) {
    Repository repository =
        answering(
            asked ->
                Answer.of(
                    200,
                    "Content-Type",
                    type,
                    "Docker-Content-Digest",
                    MANIFEST.digest().toString()));

    RegistryException failure = assertKind(Kind.PROTOCOL, () -> repository.head("1"));
    assertTrue(failure.getMessage().contains("schema 1"), failure.getMessage());
  }

  @Test
  void shouldReportAMalformedDigest() {
    Repository repository =
        answering(
            asked ->
                Answer.of(
                    200,
                    "Content-Type",
                    MANIFEST.mediaType(),
                    "Docker-Content-Digest",
                    "sha256:x"));

    assertKind(Kind.PROTOCOL, () -> repository.head("1"));
  }

  @Test
  void shouldReportContentOfAnotherDigest() {
    Repository repository = answering(asked -> manifest());
    String other = Digest.of(new byte[] {1}).toString();

    assertKind(Kind.PROTOCOL, () -> repository.head(other));
    assertKind(Kind.PROTOCOL, () -> repository.get(other));
  }

  @Test
  void shouldReportContentThatIsNotOfItsOwnDigest() {
    Repository repository =
        answering(
            asked ->
                Answer.text(
                    200,
                    "{\"tampered\":true}",
                    "Content-Type",
                    MANIFEST.mediaType(),
                    "Docker-Content-Digest",
                    MANIFEST.digest().toString()));

    assertKind(Kind.PROTOCOL, () -> repository.get("1"));
    assertKind(Kind.PROTOCOL, () -> repository.get(MANIFEST.digest().toString()));
  }

  @Test
  void shouldNotReadAManifestWithoutEnd() {
    Repository repository =
        answering(
            asked ->
                Answer.text(200, " ".repeat((4 << 20) + 1), "Content-Type", MANIFEST.mediaType()));

    assertKind(Kind.PROTOCOL, () -> repository.get("1"));
  }

  @Test
  void shouldTellStatusesApart() {
    assertKind(Kind.REFUSED, () -> answering(asked -> Answer.of(403)).head("1"));
    assertKind(Kind.NOT_FOUND, () -> answering(asked -> Answer.of(404)).get("1"));
    assertKind(Kind.THROTTLED, () -> answering(asked -> Answer.of(429)).head("1"));
    assertKind(Kind.SERVER_ERROR, () -> answering(asked -> Answer.of(500)).head("1"));
    assertKind(Kind.SERVER_ERROR, () -> answering(asked -> Answer.of(503)).head("1"));
    assertKind(Kind.PROTOCOL, () -> answering(asked -> Answer.of(418)).head("1"));
    assertKind(Kind.PROTOCOL, () -> answering(asked -> Answer.of(302)).head("1"));
  }

  @Test
  void shouldPassOnTheRegistrysOwnWords() {
    Repository repository =
        answering(
            asked ->
                Answer.text(
                    403, "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"quota\\nover\"}]}"));

    RegistryException failure = assertKind(Kind.REFUSED, () -> repository.get("1"));
    assertTrue(failure.getMessage().contains("DENIED, quota over"), failure.getMessage());
  }

  @Test
  void shouldAskAgainAfterAPassingFailure() throws Exception {
    Repository repository =
        answering(
            asked ->
                asked.number() == 1
                    ? Answer.of(429, "Retry-After", "35.852µs")
                    : asked.number() == 2 ? Answer.of(503) : manifest());

    assertTrue(repository.head("1").isPresent());
    assertEquals(3, server.asked().size());
  }

  @Test
  void shouldGiveUpAfterTheLastRetry() {
    Repository repository = answering(asked -> Answer.of(502));

    assertKind(Kind.SERVER_ERROR, () -> repository.head("1"));
    assertEquals(3, server.asked().size());
  }

  @Test
  void shouldNotWaitAsLongAsAServerMayAsk() {
    Repository repository = answering(asked -> Answer.of(429, "Retry-After", "3600"));

    RegistryException failure = assertKind(Kind.THROTTLED, () -> repository.head("1"));
    assertEquals(Optional.of(Duration.ofHours(1)), failure.retryAfter());
    assertEquals(1, server.asked().size());
  }

  @Test
  void shouldPutTheVeryBytesUnderTheirType() throws Exception {
    Repository repository =
        answering(asked -> Answer.of(201, "Docker-Content-Digest", MANIFEST.digest().toString()));

    assertEquals(MANIFEST.digest(), repository.put("1", MANIFEST));

    assertEquals("PUT", server.asked().get(0).method());
    assertEquals(Optional.of(MANIFEST.mediaType()), server.asked().get(0).header("Content-Type"));
    assertArrayEquals(
        MANIFEST.bytes(), server.asked().get(0).body().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void shouldNotTrustAPutThatStoredSomethingElse() {
    String other = Digest.of(new byte[] {1}).toString();

    assertKind(
        Kind.PROTOCOL,
        () ->
            answering(asked -> Answer.of(201, "Docker-Content-Digest", other)).put("1", MANIFEST));
    assertKind(Kind.PROTOCOL, () -> answering(asked -> Answer.of(202)).put("1", MANIFEST));
  }

  @Test
  void shouldFollowTheLinksOfATagList() throws Exception {
    Repository repository =
        answering(
            asked ->
                asked.number() == 1
                    ? Answer.text(
                        200,
                        "{\"name\":\"ai/app\",\"tags\":[\"a\",\"b\"]}",
                        "Link",
                        "</v2/ai/app/tags/list?n=2&last=b>; rel=\"next\"")
                    : Answer.text(200, "{\"name\":\"ai/app\",\"tags\":[\"c\"]}"));

    assertEquals(List.of("a", "b", "c"), repository.tags());
    assertEquals("/v2/ai/app/tags/list?n=2&last=b", server.asked().get(1).uri());
  }

  @Test
  void shouldListNoTagsWhereAllWereDeleted() throws Exception {
    assertEquals(List.of(), answering(asked -> Answer.text(200, "{\"tags\":null}")).tags());
    assertKind(Kind.PROTOCOL, () -> answering(asked -> Answer.text(200, "hello")).tags());
  }

  @Test
  void shouldNotAskForWhatIsNoReference() {
    Repository repository = answering(asked -> manifest());

    assertThrows(InvalidReferenceException.class, () -> repository.head("../../x"));
    assertThrows(InvalidReferenceException.class, () -> repository.head("sha256:12"));
    assertThrows(InvalidReferenceException.class, () -> repository.tag("1", "a b"));
    assertTrue(server.asked().isEmpty());
  }

  @Test
  void shouldNotTakeAWebPageForARegistry() {
    answering(asked -> Answer.text(200, "<html>", "Content-Type", "text/html"));
    assertKind(Kind.PROTOCOL, () -> Fixtures.registry(server.address(), Credentials.NONE).ping());
  }

  @Test
  void shouldReadWhatAManifestRefersTo() throws Exception {
    Digest one = Digest.of(new byte[] {1});
    Digest two = Digest.of(new byte[] {2});
    String json =
        ("{\"config\":{\"mediaType\":\"c\",\"digest\":\"%s\",\"size\":1},"
                + "\"layers\":[{\"mediaType\":\"l\",\"digest\":\"%s\",\"size\":2}]}")
            .formatted(one, two);
    ManifestContent content =
        new Manifest(MediaTypes.OCI_MANIFEST, json.getBytes(StandardCharsets.UTF_8)).content();

    assertEquals(Optional.of(new Descriptor("c", one, 1)), content.config());
    assertEquals(List.of(new Descriptor("l", two, 2)), content.layers());
    assertFalse(content.blobs().isEmpty());
    assertKind(Kind.PROTOCOL, MANIFEST::content);
  }

  private Repository answering(Script script) {
    stopServer();
    server = new ScriptedServer(script);
    return Fixtures.registry(server.address(), Credentials.NONE).repository("ai/app");
  }
}
