package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.report.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engines behind the docker clients of the search path. Each client is asked once. */
final class DockerEngines {
  private final Map<String, String> environment;
  private final CredentialSource credentials;
  private final Abort abort;
  private final Map<DockerClient, DockerEngine> answers = new HashMap<>();
  private List<DockerClient> clients;

  /** Looks for nothing yet. */
  DockerEngines(Map<String, String> environment, CredentialSource credentials, Abort abort) {
    this.credentials = credentials;
    this.environment = Map.copyOf(environment);
    this.abort = abort;
  }

  /**
   * The first engine that answers.
   *
   * @throws EngineException if there is none: the reason of the first client
   */
  DockerEngine any() throws EngineException {
    EngineException reason = null;
    for (DockerClient client : clients()) {
      try {
        return ask(client);
      } catch (EngineException e) {
        reason = reason == null ? e : reason;
      }
    }
    throw reason == null ? noClient() : reason;
  }

  ClassicBuilder classic() throws EngineException {
    return new ClassicBuilder(any());
  }

  /** The BuildKit of the first client that has it. */
  Optional<BuildKit> buildKit() {
    for (DockerClient client : clients()) {
      try {
        DockerEngine engine = ask(client);
        boolean asPlugin = engine.clientMajor() >= 23;
        if (!asPlugin || engine.hasBuildx()) {
          return Optional.of(new BuildKit(engine, asPlugin));
        }
      } catch (EngineException e) {
        // Another client reaches an engine: that is enough.
      }
    }
    return Optional.empty();
  }

  private List<DockerClient> clients() {
    if (clients == null) {
      clients = DockerClient.onPath(environment, abort);
    }
    return clients;
  }

  private DockerEngine ask(DockerClient client) throws EngineException {
    DockerEngine known = answers.get(client);
    if (known == null) {
      known = DockerEngine.ask(client, credentials);
      answers.put(client, known);
    }
    return known;
  }

  private static EngineException noClient() {
    return new EngineException(
        Problem.NO_ENGINE,
        "There is no docker program on the PATH: install a container engine (on Debian: apt-get"
            + " install docker.io, or podman).");
  }
}
