package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine's engines and builders, found by what is really there. Each client is asked once, and
 * only when one is needed: a hit in a registry needs none.
 */
public final class Engines {
  private static final String AUTO = "auto";
  private static final String BUILDKIT = "buildkit";
  private static final String CLASSIC = "docker";

  /** The values of the option {@code --builder}. */
  public static final List<String> BUILDERS = List.of(AUTO, BUILDKIT, CLASSIC);

  private final Map<String, String> environment;
  private final Abort abort;
  private final Map<DockerClient, Engine> answers = new HashMap<>();
  private List<DockerClient> clients;

  /**
   * Looks for nothing yet.
   *
   * @param environment where the clients are, and where their engines
   */
  public Engines(Map<String, String> environment, Abort abort) {
    this.environment = Map.copyOf(environment);
    this.abort = abort;
  }

  /**
   * The first engine that answers.
   *
   * @throws EngineException if there is none: the reason of the first client
   */
  public synchronized Engine any() throws EngineException {
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

  /**
   * The builder of that name; for {@code auto} BuildKit where any client has it, otherwise the
   * classic builder.
   *
   * @throws EngineException if no engine answers, or none has that builder
   */
  public synchronized Builder builder(String name) throws EngineException {
    Engine first = any();
    if (name.equals(CLASSIC)) {
      return new ClassicBuilder(first);
    }
    for (DockerClient client : clients()) {
      Optional<Builder> buildKit = buildKit(client);
      if (buildKit.isPresent()) {
        return buildKit.get();
      }
    }
    if (name.equals(BUILDKIT)) {
      throw new EngineException(
          Problem.NO_ENGINE,
          "No docker client on the PATH has BuildKit: install its buildx plug-in, or choose"
              + " the builder docker.");
    }
    return new ClassicBuilder(first);
  }

  private Optional<Builder> buildKit(DockerClient client) {
    try {
      Engine engine = ask(client);
      boolean asPlugin = engine.clientMajor() >= 23;
      return asPlugin && !engine.hasBuildx()
          ? Optional.empty()
          : Optional.of(new BuildKit(engine, asPlugin));
    } catch (EngineException e) {
      // Another client reaches an engine: that is enough.
      return Optional.empty();
    }
  }

  private List<DockerClient> clients() {
    if (clients == null) {
      clients = DockerClient.onPath(environment, abort);
    }
    return clients;
  }

  private Engine ask(DockerClient client) throws EngineException {
    Engine known = answers.get(client);
    if (known == null) {
      known = Engine.ask(client);
      answers.put(client, known);
    }
    return known;
  }

  private static EngineException noClient() {
    return new EngineException(
        Problem.NO_ENGINE,
        "There is no docker program on the PATH: install a container engine (on Debian: apt-get"
            + " install docker.io).");
  }
}
