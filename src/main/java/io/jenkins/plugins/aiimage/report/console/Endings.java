package io.jenkins.plugins.aiimage.report.console;

import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the log says when a run ends. */
final class Endings {
  private Endings() {}

  static String outcome(RunReport report, Event.RunSucceeded success) {
    boolean hit = success.cache() == CacheResult.HIT;
    if (!report.useCase().equals(Optional.of("prepare"))) {
      return report.label() + (hit ? " is in the registry; nothing was sent" : " pushed");
    }
    Optional<String> until = until(report);
    if (until.isPresent()) {
      return "Phase "
          + until.get()
          + " of the "
          + report.label()
          + " image is "
          + (hit ? "in the cache" : "built")
          + "; stopped after it, as asked";
    }
    return hit
        ? "Using cached " + report.label() + " image from " + origin(success)
        : report.label() + " image built successfully";
  }

  /** What only the engine has is named by its id alone. */
  private static String origin(Event.RunSucceeded success) {
    return success.reference().indexOf('@') >= 0 ? "registry" : "local engine";
  }

  /** The phases with their times; nothing of a run without phases. */
  static List<String> phases(RunReport report) {
    if (report.image().phases().isEmpty()) {
      return List.of();
    }
    Table table = new Table().row("phase", "cache", "time", "attempts");
    for (PhaseReport phase : report.image().phases()) {
      boolean ran = phase.cache() == PhaseResult.BUILT || phase.cache() == PhaseResult.FAILED;
      table.row(
          phase.name(),
          phase.cache().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          ran ? Durations.words(phase.duration()) : "–",
          ran ? String.valueOf(phase.attempts()) : "–");
    }
    List<String> total = new ArrayList<>(List.of("total", "", Durations.words(report.duration())));
    report.image().saved().ifPresent(saved -> total.add("saved " + Durations.words(saved)));
    table.row(total.toArray(String[]::new));
    return table.lines();
  }

  /** What a run would do with the phases; nothing of one without phases. */
  static List<String> planned(
      RunReport report, CacheResult result, List<PrepareEvent.FoundElsewhere> elsewhere) {
    if (report.image().phases().isEmpty()) {
      return List.of();
    }
    Table table = new Table().row("phase", "cache", "key");
    for (PhaseReport phase : report.image().phases()) {
      String cache =
          switch (phase.cache()) {
            case HIT -> "hit" + place(phase.name(), elsewhere);
            case SKIPPED -> "not needed";
            default -> "to build";
          };
      table.row(phase.name(), cache, phase.key());
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add(
        switch (result) {
          case HIT ->
              until(report).map(phase -> "Phase " + phase).orElse("The image")
                  + " is in the cache: prepare would build nothing.";
          case RESUMED -> "Prepare would go on from what is in the cache" + stop(report) + ".";
          default -> "Prepare would build every phase that is needed" + stop(report) + ".";
        });
    return lines;
  }

  private static String stop(RunReport report) {
    return until(report).map(phase -> ", and stop after " + phase).orElse("");
  }

  private static Optional<String> until(RunReport report) {
    return report.image().recipe().until();
  }

  private static String place(String phase, List<PrepareEvent.FoundElsewhere> elsewhere) {
    return elsewhere.stream()
        .filter(found -> found.subjects().contains(phase))
        .findFirst()
        .map(found -> " in " + found.cache())
        .orElse("");
  }
}
