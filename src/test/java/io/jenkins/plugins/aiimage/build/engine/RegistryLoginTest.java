package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Credentials;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class RegistryLoginTest {
  private static final RegistryHost HOST = RegistryHost.parse("r.example:5000");

  private static String decoded(RegistryLogin login) {
    return new String(Base64.getUrlDecoder().decode(login.header()), StandardCharsets.UTF_8);
  }

  @Test
  void shouldSendAnEmptyObjectForNobody() {
    assertEquals("e30=", new RegistryLogin(HOST, Credentials.NONE).header());
  }

  @Test
  void shouldSendUserAndPasswordAsTheyAre() {
    RegistryLogin login = new RegistryLogin(HOST, new Credentials.Basic("me", "\"é~~>>??"));
    assertEquals(
        "{\"username\":\"me\",\"password\":\"\\\"é~~>>??\",\"serveraddress\":\"r.example:5000\"}",
        decoded(login));
    assertFalse(login.header().matches(".*[+/].*"), login.header());
    assertFalse(login.toString().contains("~~"), login.toString());
  }

  @Test
  void shouldSendAnIdentityTokenToDockerHubUnderTheNameItHasThere() {
    RegistryHost hub = RegistryHost.parse("docker.io");
    assertEquals(
        "{\"identitytoken\":\"t0k\",\"serveraddress\":\"https://index.docker.io/v1/\"}",
        decoded(new RegistryLogin(hub, new Credentials.IdentityToken("t0k"))));
  }

  @Test
  void shouldAskForTheCredentialsOfThatRegistryOnly() throws RegistryException {
    CredentialSource source =
        CredentialSource.of(HOST, new Credentials.Basic("me", "pw"), CredentialSource.ANONYMOUS);
    assertEquals("pw", RegistryLogin.of(HOST, source).secret());
    assertEquals("", RegistryLogin.of(RegistryHost.parse("other.example"), source).secret());
  }
}
