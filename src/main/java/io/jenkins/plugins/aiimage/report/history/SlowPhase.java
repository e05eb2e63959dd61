package io.jenkins.plugins.aiimage.report.history;

import io.jenkins.plugins.aiimage.report.PhaseResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A phase of an image and what it takes.
 *
 * @param expected the median of the last few runs that built it
 * @param last what it took in the last of them
 * @param run the last of them
 */
public record SlowPhase(
    ImageHistory image, String name, Duration expected, Duration last, HistoryEntry run) {

  /** Those of all images that were ever built, the slowest first. */
  public static List<SlowPhase> of(List<ImageHistory> images) {
    List<SlowPhase> phases = new ArrayList<>();
    images.forEach(image -> phases.addAll(of(image)));
    phases.sort(Comparator.comparing(SlowPhase::expected).reversed());
    return phases;
  }

  private static Collection<SlowPhase> of(ImageHistory image) {
    Map<String, SlowPhase> newest = new LinkedHashMap<>();
    for (HistoryEntry entry : image.entries()) {
      for (PhaseTime phase : entry.phases()) {
        if (phase.result() == PhaseResult.BUILT) {
          Duration expected = image.expected(phase.name()).orElseThrow();
          newest.put(
              phase.name(), new SlowPhase(image, phase.name(), expected, phase.duration(), entry));
        }
      }
    }
    return newest.values();
  }
}
