package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a builder by what is really there. */
public final class Builders {
  private static final String AUTO = "auto";
  private static final String BUILDKIT = "buildkit";
  private static final String CLASSIC = "docker";

  /** The values of the option {@code --builder}. */
  public static final List<String> NAMES = List.of(AUTO, BUILDKIT, CLASSIC);

  private Builders() {}

  /**
   * The builder of that name; for {@code auto} BuildKit where any client has it, otherwise the
   * classic builder.
   *
   * @throws EngineException if no engine answers, or none has that builder
   */
  public static Builder choose(String name, Map<String, String> environment, Abort abort)
      throws EngineException {
    Optional<Builder> classic = Optional.empty();
    EngineException reason = null;
    for (DockerClient client : DockerClient.onPath(environment, abort)) {
      try {
        Engine engine = Engine.ask(client);
        Optional<Builder> buildKit = name.equals(CLASSIC) ? Optional.empty() : buildKit(engine);
        if (buildKit.isPresent()) {
          return buildKit.get();
        }
        classic = classic.or(() -> Optional.of(new ClassicBuilder(engine)));
        if (name.equals(CLASSIC)) {
          break;
        }
      } catch (EngineException e) {
        reason = reason == null ? e : reason;
      }
    }
    if (classic.isEmpty()) {
      throw reason == null ? Engine.noClient() : reason;
    }
    if (name.equals(BUILDKIT)) {
      throw new EngineException(
          Problem.NO_ENGINE,
          "No docker client on the PATH has BuildKit: install its buildx plug-in, or say --builder"
              + " docker.");
    }
    return classic.get();
  }

  private static Optional<Builder> buildKit(Engine engine) throws EngineException {
    boolean asPlugin = engine.clientMajor() >= 23;
    if (asPlugin && !engine.hasBuildx()) {
      return Optional.empty();
    }
    return Optional.of(new BuildKit(engine, asPlugin));
  }
}
