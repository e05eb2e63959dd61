package io.jenkins.plugins.aiimage.registry;

/** Where credentials come from; asked only when a registry wants one. */
@FunctionalInterface
public interface CredentialSource {
  /** Knows none. */
  CredentialSource ANONYMOUS = registry -> Credentials.NONE;

  /**
   * The credentials for this registry and no other; {@link Credentials#NONE} if there are none.
   *
   * @throws RegistryException of kind {@code CREDENTIALS} if they could not be read
   */
  Credentials credentials(RegistryHost registry) throws RegistryException;

  /** These, for the one registry that it will be given to. */
  static CredentialSource of(Credentials credentials) {
    return registry -> credentials;
  }

  /** These for one registry, and what {@code others} have for the rest. */
  static CredentialSource of(RegistryHost host, Credentials credentials, CredentialSource others) {
    return registry ->
        registry.name().equals(host.name()) ? credentials : others.credentials(registry);
  }
}
