package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.ContainerState;
import io.jenkins.plugins.aiimage.build.engine.Containers;
import io.jenkins.plugins.aiimage.build.engine.Containers.Labelled;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.Abort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Stops and removes all containers of a run, the last stage first, with its network.
 *
 * @param containers of the engine
 * @param abort once it is wished, nothing is waited for any more, and everything is removed
 */
record Teardown(Containers containers, Abort abort) {

  /**
   * Does it.
   *
   * @return what came of it
   */
  Gone of(String run) throws EngineException {
    Containers whatever = containers.unabortable();
    String filter = Labels.RUN + "=" + run;
    List<Labelled> found = whatever.labelled(filter, Labels.ALL);
    SortedMap<Integer, List<String>> stages = new TreeMap<>((one, other) -> other - one);
    TreeSet<String> volumes = new TreeSet<>();
    for (Labelled container : found) {
      stages.computeIfAbsent(stage(container), any -> new ArrayList<>()).add(container.name());
      for (String volume : container.labels().get(Labels.VOLUMES).split(" ", -1)) {
        if (!volume.isEmpty()) {
          volumes.add(volume);
        }
      }
    }
    List<String> killed = new ArrayList<>();
    for (List<String> names : stages.values()) {
      if (!abort.requested()) {
        killed.addAll(stop(names));
      }
    }
    whatever.remove(found.stream().map(Labelled::name).toList());
    whatever.removeNetworks(
        whatever.labelledNetworks(filter, List.of()).stream().map(Labelled::name).toList());
    whatever.removeVolumes(List.copyOf(volumes));
    return new Gone(found.size(), killed);
  }

  /** Which services did not end by themselves. */
  private List<String> stop(List<String> names) throws EngineException {
    Containers whatever = containers.unabortable();
    List<ContainerState> running =
        whatever.states(names).stream().filter(ContainerState::isRunning).toList();
    if (running.isEmpty()) {
      return List.of();
    }
    List<String> asked = running.stream().map(ContainerState::name).toList();
    Duration longest =
        running.stream().map(ContainerState::grace).max(Comparator.naturalOrder()).orElseThrow();
    containers.stop(asked, longest);
    return whatever.states(asked).stream()
        .filter(ContainerState::outlivedItsGrace)
        .map(container -> container.labels().getOrDefault(Labels.SERVICE, container.name()))
        .sorted()
        .toList();
  }

  private static int stage(Labelled container) {
    try {
      return Integer.parseInt(container.labels().get(Labels.STAGE));
    } catch (NumberFormatException e) {
      // It was made by no version of this program that is known.
      return 0;
    }
  }
}
