package io.jenkins.plugins.aiimage.jenkins.history;

import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.history.FailedAttempts;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.PhaseTime;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that one build did for one image. With a stage for each phase that is several steps: the last
 * one finds what the others have built, but the build was no hit.
 */
final class ImageOfBuild {
  private ImageOfBuild() {}

  /** One entry for each image of each build, in the order of their first steps. */
  static List<HistoryEntry> of(List<IndexedRun> runs) {
    record Image(String build, String label, String repository) {}

    Map<Image, HistoryEntry> images = new LinkedHashMap<>();
    for (IndexedRun run : runs) {
      HistoryEntry entry = run.entry();
      images.merge(
          new Image(entry.run(), entry.label(), entry.image()), entry, ImageOfBuild::together);
    }
    return List.copyOf(images.values());
  }

  private static HistoryEntry together(HistoryEntry one, HistoryEntry next) {
    Map<String, PhaseTime> phases = new LinkedHashMap<>();
    // The order is that of the step that saw more of them.
    (one.phases().size() > next.phases().size() ? one : next)
        .phases()
        .forEach(phase -> phases.put(phase.name(), none(phase)));
    one.phases().forEach(phase -> phases.merge(phase.name(), phase, ImageOfBuild::together));
    next.phases().forEach(phase -> phases.merge(phase.name(), phase, ImageOfBuild::together));
    List<FailedAttempts> failed = new ArrayList<>(one.failed());
    failed.addAll(next.failed());
    boolean nothingRun = phases.values().stream().allMatch(PhaseTime::isCached);
    return new HistoryEntry(
        one.run(),
        one.when(),
        one.label(),
        one.image(),
        next.key().isEmpty() ? one.key() : next.key(),
        next.digest().or(one::digest),
        result(next, List.copyOf(phases.values())),
        one.duration().plus(next.duration()),
        // What the last step saved, the ones before it may have spent.
        nothingRun ? one.saved().or(next::saved) : Optional.empty(),
        List.copyOf(phases.values()),
        next.bytes().or(one::bytes),
        failed,
        one.waited().plus(next.waited()));
  }

  private static RunResult result(HistoryEntry last, List<PhaseTime> phases) {
    if (last.result() == RunResult.FAILED || phases.isEmpty()) {
      return last.result();
    }
    if (phases.stream().allMatch(phase -> phase.result() == PhaseResult.BUILT)) {
      return RunResult.BUILT;
    }
    return phases.stream().anyMatch(phase -> phase.result() == PhaseResult.BUILT)
        ? RunResult.RESUMED
        : last.result();
  }

  private static PhaseTime none(PhaseTime phase) {
    return new PhaseTime(phase.name(), PhaseResult.NOT_REACHED, Duration.ZERO);
  }

  private static PhaseTime together(PhaseTime one, PhaseTime other) {
    PhaseTime more = weight(other) >= weight(one) ? other : one;
    return new PhaseTime(more.name(), more.result(), one.duration().plus(other.duration()));
  }

  /** Of two words about one phase the one that cost more counts. */
  private static int weight(PhaseTime phase) {
    return switch (phase.result()) {
      case NOT_REACHED -> 0;
      case SKIPPED -> 1;
      case HIT -> 2;
      case FAILED -> 3;
      case BUILT -> 4;
    };
  }
}
