package io.jenkins.plugins.aiimage.jenkins.settings;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user's way into one registry. It crosses to the agent, so it holds texts only; it must not be
 * kept in anything that is saved.
 *
 * @param host {@code HOST[:PORT]} as image references spell it, such as {@code docker.io}
 */
public record RegistryLogin(String host, String user, String secret) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Anything shorter would mask half the log. */
  static final int SHORTEST_MASKED = 3;

  /**
   * The login that a run may use; its use is recorded with the credentials.
   *
   * @param registry as the parameter {@code registry} takes it
   * @param credentialsId blank for none
   * @return empty if no credentials are named
   * @throws AbortException if there are none of that id for this run, or they are of no use for a
   *     registry; one sentence that names the parameter
   */
  public static Optional<RegistryLogin> of(Run<?, ?> run, String registry, String credentialsId)
      throws AbortException {
    return credentialsId.isBlank()
        ? Optional.empty()
        : Optional.of(StoredCredentials.login(run, registry, credentialsId.strip()));
  }

  /**
   * Reads what docker-commons makes of credentials.
   *
   * @param token Base64 of {@code user:password}
   * @throws IllegalArgumentException if it is not; the message does not show it
   */
  static RegistryLogin decode(String registry, String token) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // The cause is dropped: it may quote a part of the token.
      pair = "";
    }
    int colon = pair.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("they are no user name and password");
    }
    String host = RegistryHost.parse(registry.strip()).name();
    return new RegistryLogin(host, pair.substring(0, colon), pair.substring(colon + 1));
  }

  /** Base64 of {@code user:password}, as docker's configuration wants it. */
  public String token() {
    byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pair);
  }

  /** All texts that must not be seen in a log, an event or a page. */
  public List<String> secrets() {
    return Stream.of(secret, token()).filter(text -> text.length() >= SHORTEST_MASKED).toList();
  }

  @Override
  public String toString() {
    return "RegistryLogin[host=" + host + ", user=" + user + "]";
  }
}
