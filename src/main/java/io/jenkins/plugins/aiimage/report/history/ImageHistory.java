package io.jenkins.plugins.aiimage.report.history;

import io.jenkins.plugins.aiimage.report.PhaseResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs of one image, oldest first, and what they say together. */
public final class ImageHistory {
  /** More would remember a recipe that is gone, fewer would take one slow day for the rule. */
  private static final int LAST_BUILT = 5;

  private final List<HistoryEntry> entries;
  private final Map<String, Duration> expected;
  private final Map<String, Long> sizes = new HashMap<>();

  private ImageHistory(List<HistoryEntry> sorted) {
    entries = List.copyOf(sorted);
    expected = expected(entries);
    for (HistoryEntry entry : entries) {
      if (entry.digest().isPresent() && entry.bytes().isPresent()) {
        sizes.put(entry.digest().get(), entry.bytes().get());
      }
    }
  }

  /** One history for each image, those with the newest runs first. */
  public static List<ImageHistory> of(List<HistoryEntry> runs) {
    record Image(String label, String repository) {}

    List<HistoryEntry> sorted = new ArrayList<>(runs);
    sorted.sort(Comparator.comparing(HistoryEntry::when));
    Map<Image, List<HistoryEntry>> images = new LinkedHashMap<>();
    for (HistoryEntry run : sorted) {
      images
          .computeIfAbsent(new Image(run.label(), run.image()), image -> new ArrayList<>())
          .add(run);
    }
    List<ImageHistory> histories = new ArrayList<>();
    images.values().forEach(own -> histories.add(new ImageHistory(own)));
    histories.sort(
        Comparator.comparing((ImageHistory history) -> history.last().when()).reversed());
    return histories;
  }

  public List<HistoryEntry> entries() {
    return entries;
  }

  /** The newest run; there is always one. */
  public HistoryEntry last() {
    return entries.get(entries.size() - 1);
  }

  public String label() {
    return last().label();
  }

  /** The repository. */
  public String image() {
    return last().image();
  }

  /** How long a phase takes: the median of the last five runs that built it. */
  public Optional<Duration> expected(String phase) {
    return Optional.ofNullable(expected.get(phase));
  }

  /**
   * What a run saved compared with building: as its machine knew it, or else by what its cached
   * phases are expected to take; empty if neither is known.
   */
  public Optional<Duration> saved(HistoryEntry entry) {
    if (entry.saved().isPresent() || entry.result() == RunResult.FAILED) {
      return entry.saved();
    }
    Duration saved = Duration.ZERO;
    for (PhaseTime phase : entry.phases()) {
      if (phase.isCached()) {
        saved = saved.plus(expected(phase.name()).orElse(Duration.ZERO));
      }
    }
    return Optional.of(saved).filter(known -> !known.isZero());
  }

  /** Size of a run's image, unpacked; also where another run of the same digest measured it. */
  public Optional<Long> bytes(HistoryEntry entry) {
    return entry.bytes().or(() -> entry.digest().map(sizes::get));
  }

  private static Map<String, Duration> expected(List<HistoryEntry> entries) {
    Map<String, Deque<Duration>> built = new LinkedHashMap<>();
    for (HistoryEntry entry : entries) {
      for (PhaseTime phase : entry.phases()) {
        if (phase.result() == PhaseResult.BUILT) {
          Deque<Duration> last =
              built.computeIfAbsent(phase.name(), name -> new ArrayDeque<>(LAST_BUILT + 1));
          last.add(phase.duration());
          if (last.size() > LAST_BUILT) {
            last.remove();
          }
        }
      }
    }
    Map<String, Duration> expected = new LinkedHashMap<>();
    built.forEach((name, last) -> expected.put(name, median(List.copyOf(last))));
    return expected;
  }

  /** Of an even number the lower one of the middle two, which was really measured. */
  private static Duration median(List<Duration> durations) {
    List<Duration> sorted = new ArrayList<>(durations);
    sorted.sort(Comparator.naturalOrder());
    return sorted.get((sorted.size() - 1) / 2);
  }
}
