package io.jenkins.plugins.aiimage.registry;

import static io.jenkins.plugins.aiimage.registry.Fixtures.ALICE;
import static io.jenkins.plugins.aiimage.registry.Fixtures.assertKind;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRealmTest {
  @ParameterizedTest
  @CsvSource({
    "docker.io, https://auth.docker.io/token",
    "ghcr.io, https://ghcr.io/token",
    "registry.gitlab.com, https://gitlab.com/jwt/auth",
    "gitlab.example.com:5050, https://gitlab.example.com/jwt/auth",
    "REGISTRY.example.com, https://auth.Example.com/token",
    "http://registry.lan:5000, http://registry.lan:5001/auth",
    "localhost:5000, http://127.0.0.1:5001/auth",
    "10.0.0.1:5000, https://10.0.0.1/auth",
  })
  void shouldSendTheCredentialToTheRegistrysOwnService(String registry, String realm)
      throws Exception {
    assertEquals(realm, TokenRealm.require(realm, RegistryHost.parse(registry), ALICE).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io, https://evil.example/token",
    "docker.io, https://auth.docker.io.evil.example/token",
    "docker.io, https://evildocker.io/token",
    "example.co.uk, https://evil.co.uk/token",
    "ghcr.io, https://evil.io/token",
    "10.0.0.1, https://10.1.0.1/token",
    "registry, https://evil.registry/token",
    "localhost:5000, https://evil.localhost/token",
    "http://registry, https://evil.example/token",
  })
  void shouldNotSendTheCredentialAnywhereElse(String registry, String realm) {
    RegistryHost host = RegistryHost.parse(registry);

    assertKind(Kind.REFUSED, () -> TokenRealm.require(realm, host, ALICE));
  }

  @Test
  void shouldAskAForeignServiceAnonymously() throws Exception {
    String realm = "https://tokens.example/t";

    assertEquals(
        realm,
        TokenRealm.require(realm, RegistryHost.parse("ghcr.io"), Credentials.NONE).toString());
  }

  @Test
  void shouldNotLeaveTlsForAToken() {
    RegistryHost host = RegistryHost.parse("ghcr.io");

    assertKind(Kind.REFUSED, () -> TokenRealm.require("http://ghcr.io/t", host, ALICE));
    assertKind(Kind.REFUSED, () -> TokenRealm.require("http://ghcr.io/t", host, Credentials.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "token", "/token", "file:///etc/passwd", "https://", "http s://x"})
  void shouldReportWhatIsNoAddress(String realm) {
    RegistryHost host = RegistryHost.parse("ghcr.io");

    assertKind(Kind.PROTOCOL, () -> TokenRealm.require(realm, host, Credentials.NONE));
  }
}
