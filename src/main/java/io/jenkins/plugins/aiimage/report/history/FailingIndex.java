package io.jenkins.plugins.aiimage.report.history;

import io.jenkins.plugins.aiimage.report.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package index on which attempts at any image failed.
 *
 * @param host of the index, with its port if it has one
 * @param failed how many attempts
 * @param causes the same by cause, the most often first
 */
public record FailingIndex(String host, int failed, List<FailedAttempts> causes) {
  public FailingIndex {
    causes = List.copyOf(causes);
  }

  /** All of them, the one with the most failed attempts first. */
  public static List<FailingIndex> of(List<ImageHistory> images) {
    Map<String, Map<Cause, Integer>> counts = new HashMap<>();
    for (ImageHistory image : images) {
      for (HistoryEntry entry : image.entries()) {
        for (FailedAttempts failed : entry.failed()) {
          failed
              .index()
              .ifPresent(
                  host ->
                      counts
                          .computeIfAbsent(host, any -> new EnumMap<>(Cause.class))
                          .merge(failed.cause(), failed.count(), Integer::sum));
        }
      }
    }
    List<FailingIndex> indexes = new ArrayList<>();
    counts.forEach((host, causes) -> indexes.add(of(host, causes)));
    indexes.sort(
        Comparator.comparingInt(FailingIndex::failed).reversed().thenComparing(FailingIndex::host));
    return indexes;
  }

  private static FailingIndex of(String host, Map<Cause, Integer> counts) {
    int all = 0;
    List<FailedAttempts> causes = new ArrayList<>();
    for (Map.Entry<Cause, Integer> count : counts.entrySet()) {
      all += count.getValue();
      causes.add(new FailedAttempts(count.getKey(), Optional.of(host), count.getValue()));
    }
    causes.sort(Comparator.comparingInt(FailedAttempts::count).reversed());
    return new FailingIndex(host, all, causes);
  }
}
