package io.jenkins.plugins.aiimage.registry;

import static io.jenkins.plugins.aiimage.registry.Fixtures.ALICE;
import static io.jenkins.plugins.aiimage.registry.Fixtures.assertKind;
import static io.jenkins.plugins.aiimage.registry.Fixtures.manifest;
import static io.jenkins.plugins.aiimage.registry.Fixtures.registry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import io.jenkins.plugins.aiimage.registry.ScriptedServer.Answer;
import io.jenkins.plugins.aiimage.registry.ScriptedServer.Asked;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder().encodeToString("alice:wonderland".getBytes(StandardCharsets.UTF_8));

  private final List<ScriptedServer> servers = new ArrayList<>();

  @AfterEach
  void stopServers() {
    servers.forEach(ScriptedServer::close);
  }

  @Test
  void shouldSendNothingToARegistryThatWantsNothing() throws Exception {
    ScriptedServer server = start(asked -> manifest());

    head(registry(server.address(), ALICE));

    assertEquals(Optional.empty(), server.asked().get(0).header("Authorization"));
  }

  @Test
  void shouldNotAskForCredentialsThatAreNotWanted() throws Exception {
    ScriptedServer server = start(asked -> manifest());
    CredentialSource source =
        host -> {
          throw new AssertionError("asked");
        };

    head(Registry.of(RegistryHost.parse(server.address()), source));
  }

  @Test
  void shouldAnswerABasicChallengeOnceAndThenSendItAtOnce() throws Exception {
    ScriptedServer server = start(AuthorizationTest::basicRegistry);
    AuthMemory memory = new AuthMemory(System::nanoTime);

    head(registry(server.address(), ALICE, memory));
    assertEquals(2, server.asked().size());

    head(registry(server.address(), ALICE, memory));
    assertEquals(3, server.asked().size());
  }

  @Test
  void shouldNotSendARefusedCredentialTwice() {
    ScriptedServer server = start(asked -> Answer.of(401, "WWW-Authenticate", "Basic realm=\"x\""));

    RegistryException failure =
        assertKind(Kind.REFUSED, () -> head(registry(server.address(), ALICE)));

    assertEquals(2, server.asked().size());
    assertFalse(failure.getMessage().contains("wonderland"));
  }

  @Test
  void shouldSayThatCredentialsAreWanted() {
    ScriptedServer server = start(AuthorizationTest::basicRegistry);

    assertKind(Kind.REFUSED, () -> head(registry(server.address(), Credentials.NONE)));
    assertKind(
        Kind.REFUSED, () -> head(registry(server.address(), new Credentials.IdentityToken("x"))));
  }

  @Test
  void shouldFetchATokenAndUseItUntilItEnds() throws Exception {
    AtomicLong now = new AtomicLong(5);
    AuthMemory memory = new AuthMemory(now::get);
    ScriptedServer server = start(new TokenRegistry("\"expires_in\":300"));

    head(registry(server.address(), ALICE, memory));
    assertEquals(List.of("HEAD", "GET", "HEAD"), methods(server));
    Asked token = server.asked().get(1);
    assertEquals(Optional.of(BASIC), token.header("Authorization"));
    assertEquals("/token?service=the+registry&scope=repository%3Aai%2Fapp%3Apull", token.uri());

    head(registry(server.address(), ALICE, memory));
    assertEquals(4, server.asked().size());

    now.addAndGet(Duration.ofSeconds(296).toNanos());
    head(registry(server.address(), ALICE, memory));
    assertEquals(7, server.asked().size());
  }

  @Test
  void shouldTakeATokenWithoutExpiryForAMinuteLong() throws Exception {
    AtomicLong now = new AtomicLong();
    AuthMemory memory = new AuthMemory(now::get);
    ScriptedServer server = start(new TokenRegistry("\"issued_at\":\"2026-01-01T00:00:00Z\""));
    head(registry(server.address(), ALICE, memory));

    now.addAndGet(Duration.ofSeconds(50).toNanos());
    head(registry(server.address(), ALICE, memory));
    assertEquals(4, server.asked().size());

    now.addAndGet(Duration.ofSeconds(10).toNanos());
    head(registry(server.address(), ALICE, memory));
    assertEquals(7, server.asked().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "10000000000", "-1", "0"})
  void shouldTakeATokenHoweverLongItIsSaidToLast(String seconds) throws Exception {
    ScriptedServer server = start(new TokenRegistry("\"expires_in\":" + seconds));
    head(registry(server.address(), ALICE, new AuthMemory(System::nanoTime)));
    assertEquals(List.of("HEAD", "GET", "HEAD"), methods(server));
  }

  @Test
  void shouldNotShareATokenBetweenCredentials() throws Exception {
    AuthMemory memory = new AuthMemory(System::nanoTime);
    ScriptedServer server = start(new TokenRegistry("\"expires_in\":300"));
    head(registry(server.address(), ALICE, memory));

    head(registry(server.address(), new Credentials.Basic("bob", "builder"), memory));
    assertEquals(Optional.empty(), server.asked().get(3).header("Authorization"));

    head(registry(server.address(), Credentials.NONE, memory));
    assertEquals(Optional.empty(), server.asked().get(6).header("Authorization"));
    assertEquals(Optional.empty(), server.asked().get(7).header("Authorization"));
  }

  @Test
  void shouldFetchANewTokenOnceWhenARememberedOneIsRefused() throws Exception {
    AuthMemory memory = new AuthMemory(System::nanoTime);
    TokenRegistry script = new TokenRegistry("\"expires_in\":300");
    ScriptedServer server = start(script);
    head(registry(server.address(), ALICE, memory));

    script.revoke();
    head(registry(server.address(), ALICE, memory));
    assertEquals(List.of("HEAD", "GET", "HEAD", "HEAD", "GET", "HEAD"), methods(server));
  }

  @Test
  void shouldNotFetchTokensWithoutEnd() {
    ScriptedServer server =
        start(
            asked ->
                asked.uri().startsWith("/token")
                    ? Answer.text(200, "{\"token\":\"useless\"}")
                    : challenge(asked));

    assertKind(Kind.REFUSED, () -> head(registry(server.address(), ALICE)));
    assertEquals(List.of("HEAD", "GET", "HEAD"), methods(server));
  }

  @Test
  void shouldNotRepeatATokenRequestThatWasRefused() {
    ScriptedServer server =
        start(asked -> asked.uri().startsWith("/token") ? Answer.of(401) : challenge(asked));

    assertKind(Kind.REFUSED, () -> head(registry(server.address(), ALICE)));
    assertEquals(List.of("HEAD", "GET"), methods(server));
  }

  @Test
  void shouldAskATokenServiceAgainAfterAPassingFailure() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    TokenRegistry registry = new TokenRegistry("\"expires_in\":300");
    ScriptedServer server =
        start(
            asked ->
                asked.uri().startsWith("/token") && failures.getAndIncrement() == 0
                    ? Answer.of(503)
                    : registry.answer(asked));

    head(registry(server.address(), ALICE));
    assertEquals(List.of("HEAD", "GET", "HEAD", "GET", "HEAD"), methods(server));
  }

  @Test
  void shouldChangeAnIdentityTokenByPost() throws Exception {
    ScriptedServer server = start(new TokenRegistry("\"expires_in\":300"));

    head(registry(server.address(), new Credentials.IdentityToken("re&fresh")));

    Asked token = server.asked().get(1);
    assertEquals("POST", token.method());
    assertEquals("/token", token.uri());
    assertTrue(token.body().contains("grant_type=refresh_token"), token.body());
    assertTrue(token.body().contains("refresh_token=re%26fresh"), token.body());
    assertTrue(token.body().contains("scope=repository%3Aai%2Fapp%3Apull"), token.body());
  }

  @Test
  void shouldNotTakeGarbageForAToken() {
    for (String garbage :
        List.of("<html>", "{}", "[]", "{\"token\":null}", "{\"token\":\"a\\nb\"}")) {
      ScriptedServer server =
          start(
              asked ->
                  asked.uri().startsWith("/token") ? Answer.text(200, garbage) : challenge(asked));
      assertKind(Kind.PROTOCOL, () -> head(registry(server.address(), ALICE)));
    }
  }

  @Test
  void shouldDropTheAuthorizationOnARedirectToAnotherHost() throws Exception {
    ScriptedServer storage = start(asked -> Answer.text(200, "blob"));
    ScriptedServer server =
        start(
            asked ->
                asked.header("Authorization").isEmpty()
                    ? Answer.of(401, "WWW-Authenticate", "Basic realm=\"x\"")
                    : Answer.of(307, "Location", "http://" + storage.address() + "/s?sig=a%2Fb"));
    byte[] content = "blob".getBytes(StandardCharsets.UTF_8);

    registry(server.address(), ALICE).repository("ai/app").blobs().get(Descriptor.of("x", content));

    assertEquals(Optional.of(BASIC), server.asked().get(1).header("Authorization"));
    assertEquals(Optional.empty(), storage.asked().get(0).header("Authorization"));
    assertEquals("/s?sig=a%2Fb", storage.asked().get(0).uri());
  }

  @Test
  void shouldNotAnswerTheChallengeOfAnotherHost() {
    ScriptedServer other = start(asked -> Answer.of(401, "WWW-Authenticate", "Basic realm=\"x\""));
    ScriptedServer server =
        start(asked -> Answer.of(302, "Location", "http://" + other.address() + "/"));

    assertKind(Kind.REFUSED, () -> head(registry(server.address(), ALICE)));
    assertEquals(1, other.asked().size());
    assertEquals(Optional.empty(), other.asked().get(0).header("Authorization"));
  }

  @Test
  void shouldKeepTheAuthorizationOnARedirectWithinTheRegistry() throws Exception {
    ScriptedServer server =
        start(
            asked ->
                asked.uri().startsWith("/moved")
                    ? basicRegistry(asked)
                    : Answer.of(308, "Location", "/moved"));

    head(registry(server.address(), ALICE));
  }

  @Test
  void shouldNotFollowRedirectsInCircles() {
    ScriptedServer server = start(asked -> Answer.of(302, "Location", "/again"));

    assertKind(Kind.PROTOCOL, () -> head(registry(server.address(), Credentials.NONE)));
    assertTrue(server.asked().size() < 10);
  }

  @Test
  void shouldNotSendTheCredentialToAForeignTokenService() {
    ScriptedServer server =
        start(
            asked ->
                Answer.of(401, "WWW-Authenticate", "Bearer realm=\"https://evil.example/token\""));

    RegistryException failure =
        assertKind(Kind.REFUSED, () -> head(registry(server.address(), ALICE)));
    assertTrue(failure.getMessage().contains("evil.example"), failure.getMessage());
  }

  @Test
  void shouldNotAskTheAuthenticatorOfTheWholeJvm() {
    AtomicInteger questions = new AtomicInteger();
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            questions.incrementAndGet();
            return new PasswordAuthentication("jvm", "wide".toCharArray());
          }
        });
    try {
      ScriptedServer server = start(AuthorizationTest::basicRegistry);
      assertKind(Kind.REFUSED, () -> head(registry(server.address(), Credentials.NONE)));
      assertEquals(1, server.asked().size());
      assertEquals(0, questions.get());
    } finally {
      Authenticator.setDefault(null);
    }
  }

  @Test
  void shouldAskForPushAndForPullFromTheOtherRepositoryToMount() throws Exception {
    ScriptedServer server =
        start(
            new TokenRegistry("\"expires_in\":300") {
              @Override
              Answer letIn() {
                return Answer.of(201);
              }
            });

    registry(server.address(), ALICE)
        .repository("ai/app")
        .blobs()
        .mount(Digest.of(new byte[0]), "ai/base");

    String token = server.asked().get(1).uri();
    assertTrue(token.contains("scope=repository%3Aai%2Fapp%3Apull%2Cpush"), token);
    assertTrue(token.contains("scope=repository%3Aai%2Fbase%3Apull"), token);
  }

  @Test
  void shouldSendTheContentAgainWhenOnlyTheUploadItselfIsChallenged() throws Exception {
    ScriptedServer server =
        start(
            asked -> {
              if (asked.method().equals("POST")) {
                return Answer.of(202, "Location", "/upload?state=a%2Fb");
              }
              return asked.header("Authorization").isPresent()
                  ? Answer.of(201)
                  : Answer.of(401, "WWW-Authenticate", "Basic realm=\"x\"");
            });
    byte[] content = "layer".getBytes(StandardCharsets.UTF_8);
    Descriptor blob = Descriptor.of("x", content);

    registry(server.address(), ALICE)
        .repository("ai/app")
        .blobs()
        .upload(blob, BlobSource.of(content));

    assertEquals(List.of("POST", "PUT", "PUT"), methods(server));
    assertEquals("layer", server.asked().get(2).body());
    assertEquals("/upload?state=a%2Fb&digest=" + blob.digest(), server.asked().get(2).uri());
  }

  private static void head(Registry registry) throws RegistryException {
    assertTrue(registry.repository("ai/app").head("1").isPresent());
  }

  private static List<String> methods(ScriptedServer server) {
    return server.asked().stream().map(Asked::method).toList();
  }

  private ScriptedServer start(ScriptedServer.Script script) {
    ScriptedServer server = new ScriptedServer(script);
    servers.add(server);
    return server;
  }

  private static Answer basicRegistry(Asked asked) {
    return asked.header("Authorization").equals(Optional.of(BASIC))
        ? manifest()
        : Answer.of(401, "WWW-Authenticate", "Basic realm=\"a, b\"");
  }

  private static Answer challenge(Asked asked) {
    return Answer.of(
        401,
        "WWW-Authenticate",
        "Bearer realm=\"http://"
            + asked.header("Host").orElseThrow()
            + "/token\",service=\"the registry\"");
  }

  /** Lets in whoever has its latest token. */
  private static class TokenRegistry implements ScriptedServer.Script {
    private final String more;
    private final AtomicInteger latest = new AtomicInteger();

    TokenRegistry(String more) {
      this.more = more;
    }

    void revoke() {
      latest.incrementAndGet();
    }

    Answer letIn() {
      return manifest();
    }

    @Override
    public Answer answer(Asked asked) {
      if (asked.uri().startsWith("/token")) {
        return Answer.text(200, "{\"token\":\"t" + latest.incrementAndGet() + "\"," + more + "}");
      }
      return asked.header("Authorization").equals(Optional.of("Bearer t" + latest.get()))
          ? letIn()
          : challenge(asked);
    }
  }
}
