package io.jenkins.plugins.aiimage.jenkins.settings;

import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Credentials;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.RetryPolicy;
import io.jenkins.plugins.aiimage.registry.Timeouts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The outcome of asking a registry once, from where Jenkins itself runs.
 *
 * @param sentence what to tell the administrator
 */
record ConnectionTest(boolean succeeded, String sentence) {
  /** Somebody sits in front of the form and waits. */
  private static final Timeouts SHORT =
      new Timeouts(
          Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ZERO);

  static ConnectionTest of(String registry, Optional<RegistryLogin> login) {
    if (registry.isBlank()) {
      return new ConnectionTest(false, "No registry is named: images stay in the agents' engines.");
    }
    AtomicBoolean asked = new AtomicBoolean();
    CredentialSource source =
        host -> {
          asked.set(true);
          return login.isPresent()
              ? new Credentials.Basic(login.get().user(), login.get().secret())
              : Credentials.NONE;
        };
    try {
      RegistryHost host = RegistryHost.parse(registry.strip());
      Registry.of(host, source, SHORT, RetryPolicy.NONE).ping();
      return new ConnectionTest(true, host + " answers; it lets you in " + as(login, asked.get()));
    } catch (InvalidReferenceException e) {
      return new ConnectionTest(false, e.getMessage());
    } catch (RegistryException e) {
      return new ConnectionTest(false, e.getMessage());
    }
  }

  private static String as(Optional<RegistryLogin> login, boolean asked) {
    if (login.isEmpty()) {
      return "without credentials.";
    }
    return asked ? "as " + login.get().user() + "." : "without asking for the credentials.";
  }
}
