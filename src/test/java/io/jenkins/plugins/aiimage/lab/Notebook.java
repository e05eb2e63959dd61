package io.jenkins.plugins.aiimage.lab;

import io.jenkins.plugins.aiimage.lab.Laboratory.Cell;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was observed, as Markdown. Safe for several threads. */
final class Notebook {
  private final Map<Cell, Observation> observations = new LinkedHashMap<>();

  synchronized void add(Cell cell, Observation observation) {
    observations.put(cell, observation);
  }

  /** A row for each scenario that was tried, a column for each builder. */
  synchronized String table(Laboratory laboratory) {
    StringBuilder text = new StringBuilder("| what the build meets |");
    laboratory.builders().forEach(builder -> text.append(" `").append(builder).append("` |"));
    text.append("\n|---|").append("---|".repeat(laboratory.builders().size())).append('\n');
    for (Scenario scenario : laboratory.scenarios()) {
      text.append("| ").append(scenario.name()).append(" |");
      for (String builder : laboratory.builders()) {
        Observation seen = observations.get(new Cell(scenario, builder));
        text.append(' ').append(seen == null ? "" : words(scenario, seen)).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String words(Scenario scenario, Observation seen) {
    boolean right = seen.verdict() == scenario.expected();
    return right ? seen.words() : "**" + seen.words() + "**, not " + scenario.expected();
  }

  /** What each failed attempt was judged by. */
  synchronized String signs() {
    StringBuilder text = new StringBuilder();
    observations.forEach(
        (cell, seen) -> {
          text.append("- ").append(cell.name()).append(" → ").append(seen.words());
          text.append(' ').append(seen.causes()).append('\n');
          seen.signs().stream()
              .distinct()
              .forEach(sign -> text.append("  - ").append(sign).append('\n'));
        });
    return text.toString();
  }

  /** The longest times, in rows of a Markdown table. */
  synchronized String figures() {
    Collection<Observation> all = observations.values();
    return row(
            "permanent failure: from the builder's end to that of the program",
            longest(all, Verdict.PERMANENT, Observation::endedAfterBuilder))
        + row(
            "stall: from the limit to the end of the killed builder",
            longest(all, Verdict.STALLED, Observation::killedAfterLimit));
  }

  private static String row(String what, List<Duration> longest) {
    String figure = longest.isEmpty() ? "–" : longest.get(0).toMillis() + " ms";
    return "| " + what + " | " + figure + " |\n";
  }

  private static List<Duration> longest(
      Collection<Observation> all,
      Verdict verdict,
      Function<Observation, Optional<Duration>> figure) {
    return all.stream()
        .filter(seen -> seen.verdict() == verdict)
        .flatMap(seen -> figure.apply(seen).stream())
        .max(Duration::compareTo)
        .stream()
        .toList();
  }
}
