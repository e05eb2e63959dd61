package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.report.Problem;
import java.time.Clock;
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
  private static final List<String> STORES = List.of(StoreClient.PODMAN, StoreClient.BUILDAH);

  /** The values of the option {@code --builder}. */
  public static final List<String> BUILDERS =
      List.of(AUTO, BUILDKIT, CLASSIC, StoreClient.PODMAN, StoreClient.BUILDAH);

  private final Map<String, String> environment;
  private final Abort abort;
  private final Isolations isolations;
  private final DockerEngines docker;
  private final Map<EngineChoice, Engine> chosen = new HashMap<>();

  /**
   * Looks for nothing yet.
   *
   * @param environment where the clients are, and where their engines
   * @param credentials of registries, for an engine that is asked without its client
   * @param memory for what had to be tried out
   */
  public Engines(
      Map<String, String> environment,
      CredentialSource credentials,
      Clock clock,
      Abort abort,
      Memory memory) {
    this.environment = Map.copyOf(environment);
    this.abort = abort;
    this.isolations = new Isolations(memory, clock);
    this.docker = new DockerEngines(environment, credentials, abort);
  }

  /** What was asked for, without a look whether it is there. */
  public ChosenEngine chosen(EngineChoice choice) {
    return new ChosenEngine(this, choice);
  }

  synchronized Engine engine(EngineChoice choice) throws EngineException {
    Engine known = chosen.get(choice);
    if (known == null) {
      known = find(choice);
      chosen.put(choice, known);
    }
    return known;
  }

  /**
   * The containers of the Docker engine.
   *
   * @throws EngineException if none answers
   */
  public synchronized Containers containers() throws EngineException {
    return new Containers(docker.any().client());
  }

  private Engine find(EngineChoice choice) throws EngineException {
    if (STORES.contains(choice.builder())) {
      return store(choice.builder(), choice);
    }
    try {
      return docker.any();
    } catch (EngineException e) {
      // An engine that refuses, or that somebody pointed at, is not silently left for another.
      boolean meant =
          e.problem() != Problem.NO_ENGINE
              || !environment.getOrDefault("DOCKER_HOST", "").isEmpty();
      if (!choice.builder().equals(AUTO) || meant) {
        throw e;
      }
      return anyStore(choice).orElseThrow(() -> e);
    }
  }

  private Optional<Engine> anyStore(EngineChoice choice) {
    for (String name : STORES) {
      try {
        return Optional.of(store(name, choice));
      } catch (EngineException e) {
        // That there is no docker engine is the better reason.
      }
    }
    return Optional.empty();
  }

  private Engine store(String name, EngineChoice choice) throws EngineException {
    StoreClient client =
        StoreClient.onPath(name, environment, abort)
            .orElseThrow(
                () ->
                    new EngineException(
                        Problem.NO_ENGINE,
                        "builder: there is no "
                            + name
                            + " program on the PATH; install it (on Debian: apt-get install "
                            + name
                            + ") or choose another builder."));
    PlainHttp plainHttp = new PlainHttp(choice.plainHttp());
    boolean podman = name.equals(StoreClient.PODMAN);
    Store.Facts facts = podman ? PodmanImages.ask(client) : BuildahImages.ask(client);
    return new StoreEngine(new Store(client, facts, plainHttp, Isolation.DEFAULT));
  }

  synchronized Builder builder(EngineChoice choice) throws EngineException {
    Engine engine = engine(choice);
    if (engine instanceof StoreEngine own) {
      Store store = own.store();
      Store isolated = store.with(isolations.find(engine, store, choice.network()));
      return new StoreBuilder(new StoreEngine(isolated), isolated);
    }
    Optional<BuildKit> buildKit =
        choice.builder().equals(CLASSIC) ? Optional.empty() : docker.buildKit();
    if (buildKit.isPresent()) {
      return buildKit.get();
    }
    if (choice.builder().equals(BUILDKIT)) {
      throw new EngineException(
          Problem.NO_ENGINE,
          "No docker client on the PATH has BuildKit: install its buildx plug-in, or choose"
              + " the builder docker.");
    }
    return docker.classic();
  }
}
