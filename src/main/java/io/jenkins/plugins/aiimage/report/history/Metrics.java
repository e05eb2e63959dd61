package io.jenkins.plugins.aiimage.report.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Histories in Prometheus' text format 0.0.4. All are gauges: a history forgets its oldest runs, so
 * that its sums may fall, which a counter must not.
 */
public final class Metrics {
  private final Map<Metric, StringBuilder> samples = new EnumMap<>(Metric.class);
  private final Set<String> series = new HashSet<>();

  private Metrics() {}

  /** The whole text, with its end. */
  public static String of(List<ImageHistory> images) {
    Metrics metrics = new Metrics();
    images.forEach(image -> metrics.add(Map.of(), image));
    return metrics.text();
  }

  /**
   * Those of many jobs and of the machines that they ran on.
   *
   * @param jobs the images of each, by its name, which becomes the label {@code job}
   * @param now by which databases have their age
   */
  public static String of(
      Map<String, List<ImageHistory>> jobs, List<MachineNote> machines, Instant now) {
    Metrics metrics = new Metrics();
    jobs.forEach((job, images) -> images.forEach(image -> metrics.add(Map.of("job", job), image)));
    machines.forEach(machine -> metrics.add(machine, now));
    return metrics.text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    samples.forEach(
        (metric, own) ->
            text.append("# HELP ")
                .append(metric.id())
                .append(' ')
                .append(metric.help())
                .append("\n# TYPE ")
                .append(metric.id())
                .append(" gauge\n")
                .append(own));
    return text.toString();
  }

  private void add(MachineNote machine, Instant now) {
    Map<String, String> own = Map.of("agent", machine.machine());
    new TreeMap<>(machine.databases())
        .forEach(
            (name, database) -> {
              Duration age = Duration.between(database.updatedAt(), now);
              sample(Metric.DATABASE_AGE, with(own, "database", name), seconds(positive(age)));
            });
    if (machine.storage().isPresent()) {
      MachineNote.Storage storage = machine.storage().get();
      Map<String, String> labels = with(own, "folder", storage.folder());
      sample(Metric.STORAGE_FREE, labels, BigDecimal.valueOf(storage.freeBytes()));
      sample(Metric.STORAGE_TOTAL, labels, BigDecimal.valueOf(storage.totalBytes()));
    }
  }

  /** Clocks differ: what was made in the future is new. */
  private static Duration positive(Duration age) {
    return age.isNegative() ? Duration.ZERO : age;
  }

  private void add(Map<String, String> of, ImageHistory image) {
    Map<String, String> own = new LinkedHashMap<>(of);
    own.put("label", image.label());
    own.put("repository", image.image());
    Summary summary = Summary.of(image);
    for (RunResult result : RunResult.values()) {
      int runs = summary.results().get(result);
      sample(Metric.RUNS, with(own, "result", word(result)), BigDecimal.valueOf(runs));
    }
    if (summary.hitRate().isPresent()) {
      BigDecimal rate = BigDecimal.valueOf(summary.hitRate().getAsDouble());
      sample(Metric.HIT_RATIO, own, rate.setScale(4, RoundingMode.HALF_UP));
    }
    sample(Metric.SPENT, own, seconds(summary.spent()));
    sample(Metric.SAVED, own, seconds(summary.saved()));
    sample(Metric.WAITED, own, seconds(summary.waited()));
    failures(image, own);
    for (Summary.Phase phase : summary.phases()) {
      Map<String, String> labels = with(own, "phase", phase.name());
      sample(Metric.PHASE_EXPECTED, labels, seconds(phase.expected()));
    }
    last(image, own);
  }

  private void failures(ImageHistory image, Map<String, String> own) {
    Map<Map<String, String>, Integer> counts = new LinkedHashMap<>();
    for (HistoryEntry entry : image.entries()) {
      for (FailedAttempts failed : entry.failed()) {
        Map<String, String> labels = with(own, "cause", word(failed.cause()));
        counts.merge(
            with(labels, "index", failed.index().orElse("")), failed.count(), Integer::sum);
      }
    }
    counts.forEach(
        (labels, count) -> sample(Metric.FAILED_ATTEMPTS, labels, BigDecimal.valueOf(count)));
  }

  private void last(ImageHistory image, Map<String, String> own) {
    HistoryEntry last = image.last();
    Map<String, String> labels = with(own, "result", word(last.result()));
    sample(Metric.LAST_TIME, labels, BigDecimal.valueOf(last.when().getEpochSecond()));
    sample(Metric.LAST_DURATION, labels, seconds(last.duration()));
    for (PhaseTime phase : last.phases()) {
      Map<String, String> ofPhase = with(own, "phase", phase.name());
      sample(
          Metric.LAST_PHASE,
          with(ofPhase, "result", word(phase.result())),
          seconds(phase.duration()));
    }
    image.bytes(last).ifPresent(bytes -> sample(Metric.SIZE, own, BigDecimal.valueOf(bytes)));
  }

  private static Map<String, String> with(Map<String, String> labels, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(labels);
    more.put(name, value);
    return more;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3);
  }

  /** A series may be there once only: of names that were cut to the same one, the first stays. */
  private void sample(Metric metric, Map<String, String> labels, BigDecimal value) {
    StringBuilder line = new StringBuilder(metric.id()).append('{');
    String comma = "";
    for (Map.Entry<String, String> label : labels.entrySet()) {
      line.append(comma).append(label.getKey()).append("=\"");
      escape(line, label.getValue());
      line.append('"');
      comma = ",";
    }
    line.append('}');
    if (series.add(line.toString())) {
      samples
          .computeIfAbsent(metric, key -> new StringBuilder())
          .append(line)
          .append(' ')
          .append(plain(value))
          .append('\n');
    }
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static void escape(StringBuilder out, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '"' -> out.append("\\\"");
        case '\n' -> out.append("\\n");
        default -> out.append(c < ' ' || (Character.isSurrogate(c) && !pairs(value, i)) ? '?' : c);
      }
    }
  }

  private static boolean pairs(String value, int at) {
    return Character.isHighSurrogate(value.charAt(at))
        ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
  }
}
