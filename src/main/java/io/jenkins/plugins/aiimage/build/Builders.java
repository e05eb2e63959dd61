package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a builder by what is really there. */
public final class Builders {
  /** The values of the option {@code --builder}. */
  public static final List<String> NAMES = List.of("auto", "buildkit", "docker");

  private Builders() {}

  /**
   * The builder of that name; for {@code auto} BuildKit where any client has it, otherwise the
   * classic builder.
   *
   * @throws EngineException if no engine answers, or none has that builder
   */
  public static Builder choose(String name, Map<String, String> environment, Abort abort)
      throws EngineException {
    List<Engine> engines = Engine.find(environment, abort);
    if (name.equals("docker")) {
      return new ClassicBuilder(engines.get(0));
    }
    for (Engine engine : engines) {
      Optional<Builder> buildKit = buildKit(engine);
      if (buildKit.isPresent()) {
        return buildKit.get();
      }
    }
    if (name.equals("buildkit")) {
      throw new EngineException(
          Problem.NO_ENGINE,
          "No docker client on the PATH has BuildKit: install its buildx plug-in, or say --builder"
              + " docker.");
    }
    return new ClassicBuilder(engines.get(0));
  }

  private static Optional<Builder> buildKit(Engine engine) throws EngineException {
    boolean asPlugin = engine.clientMajor() >= 23;
    if (asPlugin && !engine.hasBuildx()) {
      return Optional.empty();
    }
    return Optional.of(new BuildKit(engine, asPlugin));
  }
}
