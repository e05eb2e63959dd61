package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.Command;
import io.jenkins.plugins.aiimage.build.process.Patience;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.build.process.WatchedCommand;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A {@code docker} program and the environment to run it in. */
final class DockerClient {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path program;
  private final Map<String, String> environment;
  private final Abort abort;

  DockerClient(Path program, Map<String, String> environment, Abort abort) {
    this.program = program;
    this.environment = Map.copyOf(environment);
    this.abort = abort;
  }

  /**
   * The docker programs of the search path, in its order. There may be several: a static client
   * without BuildKit in {@code /usr/local/bin} before the distribution's own is a common sight.
   */
  static List<DockerClient> onPath(Map<String, String> environment, Abort abort) {
    return SearchPath.programs(environment, "docker").stream()
        .map(program -> new DockerClient(program, environment, abort))
        .toList();
  }

  /** The same, for commands that an abort must not cut short. */
  DockerClient unabortable() {
    return new DockerClient(program, environment, new Abort());
  }

  Command command(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(program.toString());
    words.addAll(List.of(arguments));
    return new Command(words, environment);
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
   * @throws EngineException if the program cannot be started, or cannot reach its engine
   */
  ShortCommand.Result run(Duration patience, String... arguments) throws EngineException {
    try {
      ShortCommand.Result result = ShortCommand.run(command(arguments), patience, abort);
      if (!result.succeeded()) {
        throwIfEngineIsOutOfReach(result.output());
      }
      return result;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** What the engine's machine has; nothing where it does not say. */
  Resources capacity() throws EngineException {
    String mark = "machine ";
    Optional<String> line = line(mark, "info", "--format", mark + "{{.NCPU}} {{.MemTotal}}");
    String[] words = line.orElse("").split(" ", -1);
    try {
      return words.length == 3
          ? new Resources(1000 * Long.parseLong(words[1]), Long.parseLong(words[2]))
          : Resources.NONE;
    } catch (NumberFormatException e) {
      return Resources.NONE;
    }
  }

  /** The first line of an answer that begins so; there may be warnings around it. */
  Optional<String> line(String beginning, String... command) throws EngineException {
    ShortCommand.Result answer = run(PATIENCE, command);
    return answer.succeeded()
        ? answer.output().lines().filter(line -> line.startsWith(beginning)).findFirst()
        : Optional.empty();
  }

  /**
   * Runs a command that may be silent, and tells of its lines as they come.
   *
   * @throws EngineException if the program cannot be started, or cannot reach its engine
   */
  WatchedCommand.Outcome follow(Duration timeout, Consumer<String> lines, String... arguments)
      throws EngineException {
    try {
      WatchedCommand.Outcome outcome =
          WatchedCommand.run(
              command(arguments),
              new Patience(timeout, timeout),
              abort,
              process -> () -> true,
              lines);
      if (!outcome.result().succeeded()) {
        throwIfEngineIsOutOfReach(outcome.result().output());
      }
      return outcome;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private EngineException unusable(IOException e) {
    return new EngineException(
        Problem.NO_ENGINE,
        program + " cannot be run (" + e.getMessage() + "): install Docker's client anew.");
  }

  private void throwIfEngineIsOutOfReach(String output) throws EngineException {
    String said = output.toLowerCase(Locale.ROOT);
    if (said.contains("permission denied") && said.contains("connect")) {
      throw new EngineException(
          Problem.ENGINE_DENIED,
          "The container engine at "
              + host()
              + " refuses this user: add the user to its group (usermod -aG docker USER, then log"
              + " in again), or run as a user who may use it.");
    }
    if (said.contains("cannot connect to the docker daemon")
        || said.contains("error during connect")
        || said.contains("failed to connect to the docker api")) {
      throw new EngineException(
          Problem.NO_ENGINE,
          "No container engine answers at "
              + host()
              + ": start it (systemctl start docker), or point DOCKER_HOST at one.");
    }
  }

  /** Where the engine is looked for. */
  String host() {
    return environment.getOrDefault("DOCKER_HOST", "the default address of " + program);
  }

  Map<String, String> environment() {
    return environment;
  }

  Abort abort() {
    return abort;
  }
}
