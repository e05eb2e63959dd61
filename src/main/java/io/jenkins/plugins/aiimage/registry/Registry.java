package io.jenkins.plugins.aiimage.registry;

import java.util.Map;

/**
 * One registry, as one user. Safe for use by several threads; nothing to close. What it learns
 * about the way in (tokens, Basic or Bearer) is shared by all registries of this JVM with the same
 * credential.
 */
public final class Registry {
  private static final AuthMemory MEMORY = new AuthMemory(System::nanoTime);

  private final Session session;

  private Registry(Session session) {
    this.session = session;
  }

  /** Opens nothing yet. */
  public static Registry of(RegistryHost host, CredentialSource credentials) {
    return of(host, credentials, Timeouts.DEFAULT, RetryPolicy.DEFAULT);
  }

  /** Opens nothing yet. */
  public static Registry of(
      RegistryHost host, CredentialSource credentials, Timeouts timeouts, RetryPolicy retries) {
    return of(host, credentials, timeouts, retries, System.getenv());
  }

  /**
   * Opens nothing yet.
   *
   * @param environment where proxies are named
   */
  public static Registry of(
      RegistryHost host,
      CredentialSource credentials,
      Timeouts timeouts,
      RetryPolicy retries,
      Map<String, String> environment) {
    return of(
        host, credentials, new Transport(timeouts, new Proxies(environment)), retries, MEMORY);
  }

  static Registry of(
      RegistryHost host,
      CredentialSource credentials,
      Transport transport,
      RetryPolicy retries,
      AuthMemory memory) {
    TokenService tokens = new TokenService(transport);
    Authorizer authorizer = new Authorizer(host, credentials, tokens, memory);
    return new Registry(new Session(host, transport, authorizer, retries));
  }

  public RegistryHost host() {
    return session.registry();
  }

  /**
   * Asks whether a registry answers and lets this user in; credentials are sent if it wants some.
   *
   * @throws RegistryException if not
   */
  public void ping() throws RegistryException {
    Request request = Request.of("GET", session.uri("/v2/"), Map.of());
    session.send(
        request,
        Scope.NONE,
        response -> {
          if (response.status() == 200 && response.mediaType().startsWith("text/html")) {
            throw RegistryException.protocol(
                host() + " answers with a web page: check that it is a registry.");
          }
          if (response.status() != 200) {
            throw StatusFailure.of(response, "/v2/");
          }
          return null;
        });
  }

  /**
   * Asks nothing yet: whether it exists shows later.
   *
   * @param name without the registry, such as {@code library/python}
   * @throws InvalidReferenceException if it is not a repository's name
   */
  public Repository repository(String name) {
    return new Repository(session, ImageReference.requireRepository(name));
  }
}
