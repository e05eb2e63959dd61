package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.Command;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code podman} or {@code buildah} program and the environment to run it in. */
record StoreClient(String name, Path program, Map<String, String> environment, Abort abort) {
  static final String PODMAN = "podman";
  static final String BUILDAH = "buildah";
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String LOGINS = "REGISTRY_AUTH_FILE";

  StoreClient {
    environment = Map.copyOf(environment);
  }

  /** The first program of that name on the search path. */
  static Optional<StoreClient> onPath(String name, Map<String, String> environment, Abort abort) {
    return SearchPath.programs(environment, name).stream()
        .findFirst()
        .map(program -> new StoreClient(name, program, withLogins(environment), abort));
  }

  /** These programs read {@code ~/.docker/config.json}, but know no {@code DOCKER_CONFIG}. */
  private static Map<String, String> withLogins(Map<String, String> environment) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    String folder = environment.getOrDefault("DOCKER_CONFIG", "");
    if (!folder.isEmpty() && environment.getOrDefault(LOGINS, "").isEmpty()) {
      Path logins = Path.of(folder, "config.json").toAbsolutePath();
      // One that does not exist would be an error of theirs.
      if (Files.isReadable(logins)) {
        all.put(LOGINS, logins.toString());
      }
    }
    return all;
  }

  /** The same, for commands that an abort must not cut short. */
  StoreClient unabortable() {
    return new StoreClient(name, program, environment, new Abort());
  }

  Command command(List<String> arguments, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(more);
    List<String> words = new ArrayList<>();
    words.add(program.toString());
    words.addAll(arguments);
    return new Command(words, all);
  }

  /**
   * Runs a short command.
   *
   * @throws EngineException if the program cannot be started
   */
  ShortCommand.Result run(Duration patience, List<String> arguments) throws EngineException {
    try {
      return ShortCommand.run(command(arguments, Map.of()), patience, abort);
    } catch (IOException e) {
      throw new EngineException(
          Problem.NO_ENGINE,
          "builder: " + program + " cannot be run (" + e.getMessage() + "): install it anew.");
    }
  }

  ShortCommand.Result run(String... arguments) throws EngineException {
    return run(PATIENCE, List.of(arguments));
  }

  /** The answer to a command that must succeed. */
  String must(String... arguments) throws EngineException {
    ShortCommand.Result answer = run(arguments);
    if (!answer.succeeded()) {
      throw new EngineException(
          Problem.ENGINE_LOST, name + " " + arguments[0] + " failed: " + answer.complaint());
    }
    return answer.output();
  }
}
