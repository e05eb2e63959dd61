package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.jenkins.history.IndexedRun;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An image as {@code build.xml} keeps it: the report as its own versioned JSON, so that builds stay
 * readable when classes change. It is parsed when somebody looks. Members that former versions did
 * not write are null.
 */
final class ImageRecord {
  private final String execution;
  private final boolean running;
  private final String report;
  private final String waitedFor;
  private final String node;
  private final Comparison comparison;
  private final transient Instant heard;
  private transient SoftReference<RunReport> parsed;

  ImageRecord(ImageSource source, boolean running, RunReport report) {
    this(source, running, report.brief(), null);
  }

  private ImageRecord(
      ImageSource source, boolean running, RunReport report, Comparison comparison) {
    this.execution = source.execution();
    this.node = source.node();
    this.waitedFor = source.waitedFor().orElse(null);
    this.running = running;
    this.report = ReportJson.writeLine(report);
    this.comparison = comparison;
    this.heard = Instant.now();
    this.parsed = new SoftReference<>(report);
  }

  /** The same, compared with an earlier build. */
  ImageRecord with(Comparison made) {
    return new ImageRecord(source(), running, report(), made);
  }

  String execution() {
    return execution;
  }

  ImageSource source() {
    return new ImageSource(execution, node == null ? "" : node, Optional.ofNullable(waitedFor));
  }

  boolean isRunning() {
    return running;
  }

  /** Empty if it was not compared. */
  Optional<Comparison> comparison() {
    return Optional.ofNullable(comparison);
  }

  /** As the job's index keeps it; empty while it runs, and if it prepared no image. */
  Optional<IndexedRun> indexed(String build) {
    return running
        ? Optional.empty()
        : readable()
            .flatMap(known -> HistoryEntry.of(build, known))
            .map(entry -> new IndexedRun(execution, entry));
  }

  /** What it takes in the build's file, about. */
  int bytes() {
    return report.length() + comparison().map(Comparison::bytes).orElse(0);
  }

  /** How long ago the report was put together, by this JVM. */
  Duration age() {
    return heard == null ? Duration.ZERO : Duration.between(heard, Instant.now());
  }

  /** Empty if another version of the plugin wrote it that knew more. */
  Optional<RunReport> readable() {
    try {
      return Optional.of(report());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  synchronized RunReport report() {
    RunReport known = parsed == null ? null : parsed.get();
    if (known == null) {
      known = ReportJson.read(report);
      parsed = new SoftReference<>(known);
    }
    return known;
  }
}
