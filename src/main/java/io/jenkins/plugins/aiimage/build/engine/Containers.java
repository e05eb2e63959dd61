package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.build.engine.api.EngineApi;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.Patience;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.build.process.WatchedCommand;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The containers of a Docker engine, by its client; what they use, by its own API. */
public final class Containers {
  /** What an engine under load needs besides what programs are given to end. */
  private static final Duration TO_STOP = Duration.ofMinutes(2);

  /** A busy engine takes its time to unpack and mount. */
  private static final Duration TO_START = Duration.ofMinutes(2);

  private static final String MARK = "labelled ";
  private static final Duration TO_MEASURE = Duration.ofSeconds(5);

  private final DockerClient client;
  private final EngineLocation location;

  Containers(DockerClient client) {
    this.client = client;
    this.location = new EngineLocation(client);
  }

  /** The same, for what must be done although the run is aborted. */
  public Containers unabortable() {
    return new Containers(client.unabortable());
  }

  /** What the engine's machine has; nothing where it does not say. */
  public Resources capacity() throws EngineException {
    return client.capacity();
  }

  /** Whether the engine is on this machine: only then it sees this machine's files. */
  public boolean areHere() throws EngineException {
    return location.isHere();
  }

  /** Makes a network of that name. */
  public void createNetwork(String name, Map<String, String> labels) throws EngineException {
    List<String> words = new ArrayList<>(List.of("network", "create"));
    labels.forEach((key, value) -> words.add("--label=" + key + "=" + value));
    words.add(name);
    must("docker network create", words);
  }

  /**
   * Starts a container in the background.
   *
   * @param words all that {@code docker run --detach} takes
   * @return empty if it runs, otherwise the engine's words
   */
  public Optional<String> run(List<String> words) throws EngineException {
    List<String> all = new ArrayList<>(List.of("run", "--detach"));
    all.addAll(words);
    ShortCommand.Result answer = client.run(TO_START, all.toArray(String[]::new));
    return answer.succeeded() ? Optional.empty() : Optional.of(withoutPrefix(answer.output()));
  }

  /** The client says the same twice in other words, and then how to get help. */
  private static String withoutPrefix(String output) {
    String line =
        output
            .lines()
            .filter(said -> said.contains("Error response from daemon: "))
            .findFirst()
            .orElseGet(() -> new ShortCommand.Result(1, output).complaint());
    int port = line.indexOf("Bind for ");
    if (port >= 0) {
      return line.substring(port).strip() + " by somebody else; free it, or ask for free ports";
    }
    int at = line.indexOf("daemon: ");
    return at < 0 ? line.strip() : line.substring(at + "daemon: ".length()).strip();
  }

  /** Those of these containers that there are. */
  public List<ContainerState> states(List<String> names) throws EngineException {
    if (names.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of("inspect", "--type=container", "--"));
    words.addAll(names);
    // One that is missing makes the exit code 1 and a line of its own.
    String output = client.run(DockerClient.PATIENCE, words.toArray(String[]::new)).output();
    List<ContainerState> states = new ArrayList<>();
    try {
      for (JsonElement one : JsonParser.parseString(array(output)).getAsJsonArray()) {
        states.add(ContainerState.of(one.getAsJsonObject()));
      }
    } catch (RuntimeException e) {
      throw new EngineException(
          Problem.ENGINE_LOST, "docker inspect gave an answer that is not understood.");
    }
    return states;
  }

  /** Standard error is in the same text. */
  private static String array(String output) {
    int begin = output.indexOf('[');
    int end = output.lastIndexOf(']');
    return begin < 0 || end < begin ? "[]" : output.substring(begin, end + 1);
  }

  /**
   * Something that has labels.
   *
   * @param labels those that were asked for; empty texts for those that it has not
   */
  public record Labelled(String name, Map<String, String> labels) {
    public Labelled {
      labels = Map.copyOf(labels);
    }
  }

  /**
   * The containers that have a label.
   *
   * @param filter {@code KEY} or {@code KEY=VALUE}
   * @param wanted keys of the labels to tell
   */
  public List<Labelled> labelled(String filter, List<String> wanted) throws EngineException {
    return labelled(List.of("ps", "--all"), "{{.Names}}", filter, wanted);
  }

  /** The networks that have a label. */
  public List<Labelled> labelledNetworks(String filter, List<String> wanted)
      throws EngineException {
    return labelled(List.of("network", "ls"), "{{.Name}}", filter, wanted);
  }

  private List<Labelled> labelled(
      List<String> command, String name, String filter, List<String> wanted)
      throws EngineException {
    StringBuilder format = new StringBuilder(MARK + name);
    wanted.forEach(key -> format.append("\t{{.Label \"" + key + "\"}}"));
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--filter=label=" + filter, "--format", format.toString()));
    ShortCommand.Result answer = client.run(DockerClient.PATIENCE, words.toArray(String[]::new));
    List<Labelled> found = new ArrayList<>();
    for (String line : answer.output().lines().toList()) {
      String[] cells = line.split("\t", -1);
      if (line.startsWith(MARK) && cells.length == wanted.size() + 1) {
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
          labels.put(wanted.get(i), cells[i + 1]);
        }
        found.add(new Labelled(cells[0].substring(MARK.length()), labels));
      }
    }
    return found;
  }

  /** What a container said last, oldest first. */
  public List<String> lastLines(String name, int lines) throws EngineException {
    ShortCommand.Result answer =
        client.run(DockerClient.PATIENCE, "logs", "--tail=" + lines, "--", name);
    return answer.output().lines().toList();
  }

  /**
   * Runs a command line by the shell of a running container.
   *
   * @param lines told of what it says
   */
  public WatchedCommand.Outcome execute(
      String name, String commandLine, Duration timeout, Consumer<String> lines)
      throws EngineException {
    return client.follow(timeout, lines, "exec", name, "/bin/sh", "-c", commandLine);
  }

  /**
   * Lets containers end by themselves, each in the time that it was made with.
   *
   * @param grace the longest of these times
   */
  public void stop(List<String> names, Duration grace) throws EngineException {
    all(TO_STOP.plus(grace), List.of("stop", "--"), names);
  }

  /** Removes containers whether they run or not, and their volumes that have no name. */
  public void remove(List<String> names) throws EngineException {
    all(TO_STOP, List.of("rm", "--force", "--volumes", "--"), names);
  }

  /** Removes networks of which nobody is a part any more. */
  public void removeNetworks(List<String> names) throws EngineException {
    all(DockerClient.PATIENCE, List.of("network", "rm", "--"), names);
  }

  /** Removes volumes that nobody uses. */
  public void removeVolumes(List<String> names) throws EngineException {
    all(DockerClient.PATIENCE, List.of("volume", "rm", "--"), names);
  }

  private void all(Duration patience, List<String> command, List<String> names)
      throws EngineException {
    if (!names.isEmpty()) {
      List<String> words = new ArrayList<>(command);
      words.addAll(names);
      // What is not there any more is as it should be; what is left is found by the next run.
      ShortCommand.Result unused = client.run(patience, words.toArray(String[]::new));
    }
  }

  /** What a container uses; empty if it does not run, or the engine's API cannot be spoken. */
  public Optional<ContainerUse> use(String name) throws EngineException {
    Optional<EngineApi> api =
        location.address().map(address -> new EngineApi(address, new Abort()));
    if (api.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    try {
      // Without a second sample, which the engine would wait a second for (API 1.41).
      api.get()
          .get(
              "/v1.41/containers/" + name + "/stats?stream=false&one-shot=true",
              new Patience(TO_MEASURE, TO_MEASURE),
              text::append);
    } catch (IOException e) {
      return Optional.empty();
    }
    return ContainerUse.parse(text.toString());
  }

  private void must(String what, List<String> words) throws EngineException {
    ShortCommand.Result answer = client.run(DockerClient.PATIENCE, words.toArray(String[]::new));
    if (!answer.succeeded()) {
      throw new EngineException(Problem.ENGINE_LOST, what + " failed: " + answer.complaint());
    }
  }
}
