package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.start.compose.Condition;
import io.jenkins.plugins.aiimage.start.compose.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which services are started, and in which order.
 *
 * @param stages of services that do not depend on each other, each on earlier ones only
 * @param tests services that are started when all others are ready, and must end with exit code 0
 */
record Plan(List<List<Service>> stages, List<Service> tests) {
  Plan {
    stages = stages.stream().map(List::copyOf).toList();
    tests = List.copyOf(tests);
  }

  /**
   * The plan for these services and all that they depend on.
   *
   * @param all services of the file
   * @param wanted those to start
   * @param tests those to start at the end
   * @throws IllegalArgumentException in one sentence, if they depend on each other in a circle, or
   *     on a test
   */
  static Plan of(Map<String, Service> all, Set<String> wanted, Set<String> tests) {
    Map<String, Integer> depths = new LinkedHashMap<>();
    for (String name : all.keySet()) {
      if (wanted.contains(name) && !tests.contains(name)) {
        depth(name, all, depths, new ArrayList<>());
      }
    }
    for (String test : tests) {
      for (String name : all.get(test).dependencies().keySet()) {
        depth(name, all, depths, new ArrayList<>(List.of(test)));
      }
    }
    for (String name : depths.keySet()) {
      if (tests.contains(name)) {
        throw new IllegalArgumentException(
            "the service " + name + " is a test, and another service depends on it");
      }
    }
    List<List<Service>> stages = new ArrayList<>();
    // In the order of the file, whatever was followed first.
    for (String name : all.keySet()) {
      if (depths.containsKey(name)) {
        while (stages.size() <= depths.get(name)) {
          stages.add(new ArrayList<>());
        }
        stages.get(depths.get(name)).add(all.get(name));
      }
    }
    return new Plan(stages, all.values().stream().filter(s -> tests.contains(s.name())).toList());
  }

  private static int depth(
      String name, Map<String, Service> all, Map<String, Integer> depths, List<String> way) {
    Integer known = depths.get(name);
    if (known != null) {
      return known;
    }
    if (way.contains(name)) {
      List<String> circle = new ArrayList<>(way.subList(way.indexOf(name), way.size()));
      circle.add(name);
      throw new IllegalArgumentException(
          "services depend on each other in a circle: " + String.join(" → ", circle));
    }
    way.add(name);
    int depth = 0;
    for (String needed : all.get(name).dependencies().keySet()) {
      depth = Math.max(depth, depth(needed, all, depths, way) + 1);
    }
    way.remove(way.size() - 1);
    depths.put(name, depth);
    return depth;
  }

  /** All services that are started before the tests, in the order of their stages. */
  List<Service> services() {
    return stages.stream().flatMap(List::stream).toList();
  }

  /** The services that are there to end: another one waits for that. */
  Set<String> ending() {
    Set<String> ending = new LinkedHashSet<>();
    dependencies(
        (name, condition) -> {
          if (condition == Condition.COMPLETED) {
            ending.add(name);
          }
        });
    return ending;
  }

  /** The services of which others want no more than that they run. */
  Set<String> enoughToRun() {
    Map<String, Condition> most = new HashMap<>();
    dependencies(
        (name, condition) ->
            most.merge(name, condition, (one, other) -> one.compareTo(other) < 0 ? other : one));
    Set<String> names = new LinkedHashSet<>();
    services().forEach(service -> names.add(service.name()));
    names.removeIf(name -> most.getOrDefault(name, Condition.STARTED) != Condition.STARTED);
    return names;
  }

  private void dependencies(BiConsumer<String, Condition> told) {
    services().forEach(service -> service.dependencies().forEach(told));
    tests.forEach(service -> service.dependencies().forEach(told));
  }

  /** The services that cannot be started without this one, directly or by way of others. */
  List<String> waitingFor(String name) {
    Set<String> waiting = new LinkedHashSet<>();
    List<Service> later = new ArrayList<>(services());
    later.addAll(tests);
    for (Service service : later) {
      Set<String> needed = service.dependencies().keySet();
      if (needed.contains(name) || needed.stream().anyMatch(waiting::contains)) {
        waiting.add(service.name());
      }
    }
    return List.copyOf(waiting);
  }
}
