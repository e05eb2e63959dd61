package io.jenkins.plugins.aiimage.report.history;

import io.jenkins.plugins.aiimage.report.PhaseResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the runs of an image come to.
 *
 * @param results how many runs ended in which way; every result is there
 * @param spent the time of all runs
 * @param saved the time that the cache saved, as far as it is known
 * @param waited the time that runs waited for others that did the same
 * @param phases those that were built at least once, the slowest first
 * @param indexes those that attempts failed on, the most often first
 */
public record Summary(
    Map<RunResult, Integer> results,
    Duration spent,
    Duration saved,
    Duration waited,
    List<Phase> phases,
    List<Index> indexes) {
  public Summary {
    results = Map.copyOf(results);
    phases = List.copyOf(phases);
    indexes = List.copyOf(indexes);
  }

  /**
   * A phase.
   *
   * @param expected the median of the last few runs that built it
   * @param longest of all that built it
   * @param built how often it was built
   */
  public record Phase(String name, Duration expected, Duration longest, int built) {}

  /** An index and how many attempts failed on it. */
  public record Index(String host, int failed) {}

  public static Summary of(ImageHistory history) {
    Map<RunResult, Integer> results = new EnumMap<>(RunResult.class);
    for (RunResult result : RunResult.values()) {
      results.put(result, 0);
    }
    Duration spent = Duration.ZERO;
    Duration saved = Duration.ZERO;
    Duration waited = Duration.ZERO;
    for (HistoryEntry entry : history.entries()) {
      results.merge(entry.result(), 1, Integer::sum);
      spent = spent.plus(entry.duration());
      saved = saved.plus(history.saved(entry).orElse(Duration.ZERO));
      waited = waited.plus(entry.waited());
    }
    return new Summary(results, spent, saved, waited, phases(history), indexes(history));
  }

  public int runs() {
    return results.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of hits among the runs that gave an image; empty if none did. */
  public OptionalDouble hitRate() {
    int images = runs() - results.get(RunResult.FAILED);
    return images == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) results.get(RunResult.HIT) / images);
  }

  private static List<Phase> phases(ImageHistory history) {
    Map<String, Phase> phases = new LinkedHashMap<>();
    for (HistoryEntry entry : history.entries()) {
      for (PhaseTime phase : entry.phases()) {
        if (phase.result() == PhaseResult.BUILT) {
          Duration expected = history.expected(phase.name()).orElseThrow();
          phases.merge(
              phase.name(),
              new Phase(phase.name(), expected, phase.duration(), 1),
              (one, other) ->
                  new Phase(
                      one.name(),
                      expected,
                      longer(one.longest(), other.longest()),
                      one.built() + 1));
        }
      }
    }
    List<Phase> slowest = new ArrayList<>(phases.values());
    slowest.sort(Comparator.comparing(Phase::expected).reversed());
    return slowest;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static List<Index> indexes(ImageHistory history) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (HistoryEntry entry : history.entries()) {
      for (FailedAttempts failed : entry.failed()) {
        failed.index().ifPresent(host -> counts.merge(host, failed.count(), Integer::sum));
      }
    }
    List<Index> indexes = new ArrayList<>();
    counts.forEach((host, count) -> indexes.add(new Index(host, count)));
    indexes.sort(Comparator.comparingInt(Index::failed).reversed());
    return indexes;
  }
}
