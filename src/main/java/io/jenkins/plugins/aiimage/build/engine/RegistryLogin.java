package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonObject;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Credentials;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How an engine proves to one registry who pushes; no {@code toString} shows a secret. */
record RegistryLogin(RegistryHost host, Credentials credentials) {

  /** What is known for that registry and no other. */
  static RegistryLogin of(RegistryHost host, CredentialSource source) throws RegistryException {
    return new RegistryLogin(host, source.credentials(host));
  }

  /**
   * The header {@code X-Registry-Auth}: JSON in base64url with its padding. Docker 20.10 refuses a
   * push without it; one by nobody is an empty object.
   */
  String header() {
    JsonObject login = new JsonObject();
    if (credentials instanceof Credentials.Basic basic) {
      login.addProperty("username", basic.user());
      login.addProperty("password", basic.secret());
      login.addProperty("serveraddress", host.configKey());
    } else if (credentials instanceof Credentials.IdentityToken identity) {
      login.addProperty("identitytoken", identity.token());
      login.addProperty("serveraddress", host.configKey());
    }
    return Base64.getUrlEncoder().encodeToString(login.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What must never be shown; empty if there is nothing. */
  String secret() {
    if (credentials instanceof Credentials.Basic basic) {
      return basic.secret();
    }
    return credentials instanceof Credentials.IdentityToken identity ? identity.token() : "";
  }
}
