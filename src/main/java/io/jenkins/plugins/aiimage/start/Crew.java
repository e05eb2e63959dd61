package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.ContainerState;
import io.jenkins.plugins.aiimage.build.engine.Containers;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.WorkFolder;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.start.compose.Mount;
import io.jenkins.plugins.aiimage.start.compose.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The containers of one run: their network, and what each of them is started with. Variables are
 * handed over by files in a private folder, which is gone when this is closed.
 */
final class Crew implements AutoCloseable {
  private final Containers containers;
  private final StartRequest request;
  private final Optional<Integer> cpus;
  private final Labels labels;
  private final WorkFolder work;

  private Crew(
      Containers containers,
      StartRequest request,
      Optional<Integer> cpus,
      Labels labels,
      WorkFolder work) {
    this.containers = containers;
    this.request = request;
    this.cpus = cpus;
    this.labels = labels;
    this.work = work;
  }

  /** Makes the network of a run. */
  static Crew in(Containers containers, StartRequest request, Optional<Integer> cpus, Labels labels)
      throws EngineException {
    // What is broken off half-way may come to its end in the engine all the same.
    containers.unabortable().createNetwork(request.network(), labels.asMap());
    try {
      return new Crew(containers, request, cpus, labels, WorkFolder.create());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static EngineException unwritable(IOException e) {
    return new EngineException(
        Problem.DISK_FULL, "The folder for temporary files cannot be written: " + e.getMessage());
  }

  /**
   * Starts the container of a service.
   *
   * @return empty if it runs, otherwise the engine's words
   */
  Optional<String> start(Service service, int stage) throws EngineException {
    Map<String, String> all = new LinkedHashMap<>(labels.asMap());
    all.put(Labels.SERVICE, service.name());
    all.put(Labels.STAGE, String.valueOf(stage));
    if (request.removeVolumes()) {
      all.put(Labels.VOLUMES, String.join(" ", volumes(service)));
    }
    RunWords words = new RunWords(request.network(), all, request.freePorts(), cpus);
    try {
      Path variables = work.path().resolve(service.name() + ".env");
      StringBuilder text = new StringBuilder();
      service.environment().forEach((name, value) -> text.append(name + "=" + value + "\n"));
      Files.writeString(variables, text);
      return containers
          .unabortable()
          .run(words.of(service, request.container(service.name()), variables));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Volumes that are to go are named by labels, so that whoever stops the run knows them. */
  private static List<String> volumes(Service service) {
    return service.mounts().stream()
        .filter(mount -> mount.kind() == Mount.Kind.NAMED)
        .map(Mount::source)
        .toList();
  }

  /** By service, as far as they were started. */
  Map<String, ContainerState> states(List<String> services) throws EngineException {
    Map<String, ContainerState> states = new LinkedHashMap<>();
    List<String> names = services.stream().map(request::container).toList();
    for (ContainerState state : containers.states(names)) {
      states.put(state.labels().getOrDefault(Labels.SERVICE, ""), state);
    }
    return states;
  }

  /** What the container of a service said last. */
  List<String> lastLines(String service, int lines) throws EngineException {
    return containers.lastLines(request.container(service), lines);
  }

  @Override
  public void close() {
    work.close();
  }
}
