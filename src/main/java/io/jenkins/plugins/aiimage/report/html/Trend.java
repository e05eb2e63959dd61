package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.PhaseTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest runs of an image as they are drawn.
 *
 * @param shown oldest first
 * @param phases those with a column of their own, in the order of the Dockerfile
 * @param others whether there are more
 */
record Trend(ImageHistory history, List<HistoryEntry> shown, List<String> phases, boolean others) {
  /** As many as a telephone has room for, and as a person compares. */
  private static final int MOST_RUNS = 40;

  static Trend of(ImageHistory history) {
    List<HistoryEntry> all = history.entries();
    List<HistoryEntry> shown = all.subList(Math.max(0, all.size() - MOST_RUNS), all.size());
    Map<String, Duration> times = new LinkedHashMap<>();
    // From the newest on, whose order is that of the Dockerfile as it is now.
    for (int i = shown.size() - 1; i >= 0; i--) {
      for (PhaseTime phase : shown.get(i).phases()) {
        times.merge(phase.name(), phase.duration(), Duration::plus);
      }
    }
    List<String> longest = new ArrayList<>(times.keySet());
    longest.sort(Comparator.comparing((String name) -> times.get(name)).reversed());
    Set<String> own =
        new HashSet<>(longest.subList(0, Math.min(longest.size(), Paint.MOST_PHASES)));
    List<String> phases = times.keySet().stream().filter(own::contains).toList();
    return new Trend(history, shown, phases, own.size() < times.size());
  }

  /** The time of each phase of {@link #phases}, and last that of all others. */
  List<Duration> times(HistoryEntry run) {
    Map<String, Duration> own = new HashMap<>();
    for (PhaseTime phase : run.phases()) {
      own.merge(
          phases.contains(phase.name()) ? phase.name() : "", phase.duration(), Duration::plus);
    }
    List<Duration> times = new ArrayList<>();
    phases.forEach(name -> times.add(own.getOrDefault(name, Duration.ZERO)));
    times.add(phases.contains("") ? Duration.ZERO : own.getOrDefault("", Duration.ZERO));
    return times;
  }
}
