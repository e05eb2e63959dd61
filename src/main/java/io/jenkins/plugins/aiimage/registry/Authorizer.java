package io.jenkins.plugins.aiimage.registry;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Answers one registry's challenges. The first request to a registry goes without a credential,
 * because most caches want none and looking one up may run a helper; once it has challenged, later
 * requests of this JVM carry what it wants at once. A refused credential is not sent twice.
 */
final class Authorizer {
  private static final String BASIC = "basic";
  private static final String BEARER = "bearer";

  private final RegistryHost registry;
  private final CredentialSource source;
  private final TokenService tokens;
  private final AuthMemory memory;
  private Credentials credentials;

  Authorizer(
      RegistryHost registry, CredentialSource source, TokenService tokens, AuthMemory memory) {
    this.registry = registry;
    this.source = source;
    this.tokens = tokens;
    this.memory = memory;
  }

  /** What to send before being asked; empty if nothing is known. */
  Optional<Authorization> remembered(Scope scope) throws RegistryException {
    Optional<String> scheme = memory.scheme(registry);
    if (scheme.isEmpty()) {
      return Optional.empty();
    }
    if (scheme.get().equals(BASIC)) {
      return credentials() instanceof Credentials.Basic basic
          ? Optional.of(Authorization.basic(basic))
          : Optional.empty();
    }
    return memory.token(registry, credentials(), scope).map(Authorization::remembered);
  }

  /**
   * What to send instead, after a 401.
   *
   * @param sent what the refused request carried
   * @throws RegistryException of kind {@code REFUSED} if there is nothing better
   */
  Authorization answer(List<Challenge> challenges, Scope scope, Optional<Authorization> sent)
      throws RegistryException {
    if (sent.isPresent() && !sent.get().renewable()) {
      throw refused();
    }
    Optional<Challenge> bearer = find(challenges, BEARER);
    if (bearer.isPresent()) {
      return Authorization.fresh(newToken(bearer.get(), scope));
    }
    if (find(challenges, BASIC).isEmpty()) {
      throw RegistryException.of(
          Kind.REFUSED,
          registry + " refuses access and asks for neither Basic nor Bearer: check its address.");
    }
    memory.rememberScheme(registry, BASIC);
    if (credentials() instanceof Credentials.Basic basic) {
      return Authorization.basic(basic);
    }
    throw RegistryException.of(
        Kind.REFUSED,
        registry + " wants a user name and a password: give credentials or run docker login.");
  }

  private String newToken(Challenge challenge, Scope scope) throws RegistryException {
    memory.rememberScheme(registry, BEARER);
    memory.forgetToken(registry, credentials(), scope);
    Scope wanted = challenge.parameter("scope").map(scope::and).orElse(scope);
    TokenService.Token token = tokens.fetch(challenge, registry, credentials(), wanted);
    memory.rememberToken(registry, credentials(), scope, token.value(), token.valid());
    return token.value();
  }

  private RegistryException refused() throws RegistryException {
    boolean anonymous = credentials() instanceof Credentials.Anonymous;
    return RegistryException.of(
        Kind.REFUSED,
        registry
            + (anonymous
                ? " refuses anonymous access: give credentials or run docker login."
                : " refused the credential: check user name, password and rights."));
  }

  private static Optional<Challenge> find(List<Challenge> challenges, String scheme) {
    for (Challenge challenge : challenges) {
      if (challenge.scheme().equals(scheme)) {
        return Optional.of(challenge);
      }
    }
    return Optional.empty();
  }

  private synchronized Credentials credentials() throws RegistryException {
    if (credentials == null) {
      credentials = source.credentials(registry);
    }
    return credentials;
  }
}
