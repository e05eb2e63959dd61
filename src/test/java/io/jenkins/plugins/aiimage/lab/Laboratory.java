package io.jenkins.plugins.aiimage.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which scenario is tried with which builders. */
record Laboratory(List<Scenario> scenarios, List<String> builders) {
  Laboratory {
    scenarios = List.copyOf(scenarios);
    builders = List.copyOf(builders);
  }

  /** A scenario and the builder that meets it. */
  record Cell(Scenario scenario, String builder) {
    String name() {
      return builder + ": " + scenario.name();
    }
  }

  static Laboratory of(List<String> builders) {
    return new Laboratory(
        Stream.concat(PipScenarios.all().stream(), AptScenarios.all().stream()).toList(), builders);
  }

  /** Every scenario with every builder. */
  List<Cell> full() {
    List<Cell> cells = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      builders.forEach(builder -> cells.add(new Cell(scenario, builder)));
    }
    return cells;
  }

  /** Every fault once: how long it lasts and the builder take turns. */
  List<Cell> rotation() {
    Map<String, List<Scenario>> faults = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      faults.computeIfAbsent(scenario.fault(), fault -> new ArrayList<>()).add(scenario);
    }
    List<Cell> cells = new ArrayList<>();
    for (List<Scenario> rows : faults.values()) {
      int number = cells.size();
      // Shifted after each round, or the same builder would always see the same kind of row.
      int turn = number + number / builders.size();
      cells.add(new Cell(rows.get(number % rows.size()), builders.get(turn % builders.size())));
    }
    return cells;
  }
}
