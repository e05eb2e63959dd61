package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.DockerConfig;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.RetryPolicy;
import io.jenkins.plugins.aiimage.registry.Timeouts;
import java.time.Clock;
import java.util.Map;

/**
 * Where a use case runs, and as whom.
 *
 * @param environment variables; where Docker's configuration and engine are, comes from there
 * @param credentials for registries that are asked without the engine
 * @param version of this program, for the report
 */
public record Machine(
    Map<String, String> environment, CredentialSource credentials, Clock clock, String version) {
  public Machine {
    environment = Map.copyOf(environment);
  }

  /** The user's own: credentials as {@code docker login} has left them. */
  public static Machine of(Map<String, String> environment, Clock clock, String version) {
    return new Machine(environment, DockerConfig.of(environment), clock, version);
  }

  /** What runs of this user leave for each other. */
  public StateFolder state() {
    return StateFolder.of(environment);
  }

  /**
   * Its container engines; nothing is asked yet.
   *
   * @param abort ends what they do
   */
  public Engines engines(Abort abort) {
    return new Engines(environment, credentials, clock, abort, state().memory("isolation"));
  }

  /** A registry as this user; nothing is asked yet. */
  public Registry registry(RegistryHost host) {
    return registry(host, RetryPolicy.DEFAULT);
  }

  /** The same with another patience. */
  public Registry registry(RegistryHost host, RetryPolicy retries) {
    return Registry.of(host, credentials, Timeouts.DEFAULT, retries, environment);
  }
}
