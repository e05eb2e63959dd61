package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.engine.api.EngineAddress;
import java.util.Map;
import java.util.Optional;

/** Where a docker client looks for its engine. It is asked once, and only if nobody said so. */
final class EngineLocation {
  private static final String UNIX = "unix:";

  private final DockerClient client;
  private boolean asked;
  private Optional<String> answer = Optional.empty();

  EngineLocation(DockerClient client) {
    this.client = client;
  }

  /**
   * What DOCKER_HOST says, or else the socket of this machine that the client has chosen, if any.
   */
  private synchronized Optional<String> host() throws EngineException {
    Map<String, String> environment = client.environment();
    String set = environment.getOrDefault("DOCKER_HOST", "");
    // Which of the two wins depends on the client's version.
    if (!set.isEmpty() && environment.getOrDefault("DOCKER_CONTEXT", "").isEmpty()) {
      return Optional.of(set);
    }
    if (!asked) {
      answer = client.line(UNIX, "context", "inspect", "--format", "{{.Endpoints.docker.Host}}");
      asked = true;
    }
    return answer;
  }

  /** Whether the engine is reached by a socket of this machine. */
  boolean isHere() throws EngineException {
    return host().filter(address -> address.startsWith(UNIX)).isPresent();
  }

  /**
   * The address at which the engine itself can be talked to in the clear, as far as known. That of
   * a context counts only if it is a socket: it may have TLS settings of its own.
   */
  Optional<EngineAddress> address() throws EngineException {
    Map<String, String> environment = client.environment();
    boolean tls =
        !environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()
            || !environment.getOrDefault("DOCKER_TLS", "").isEmpty();
    return host().filter(address -> address.startsWith(UNIX) || !tls).flatMap(EngineAddress::parse);
  }
}
