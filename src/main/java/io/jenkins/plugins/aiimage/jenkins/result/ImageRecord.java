package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.jenkins.history.IndexedRun;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.lang.ref.SoftReference;
import java.util.Optional;

/**
 * An image as {@code build.xml} keeps it: the report as its own versioned JSON, so that builds stay
 * readable when classes change. It is parsed when somebody looks.
 */
final class ImageRecord {
  private final String execution;
  private final boolean running;
  private final String report;
  private final String waitedFor;
  private transient SoftReference<AiImage> parsed;

  ImageRecord(String execution, boolean running, RunReport report, String waitedFor) {
    this.execution = execution;
    this.running = running;
    this.report = ReportJson.writeLine(report.brief());
    this.waitedFor = waitedFor;
  }

  String execution() {
    return execution;
  }

  boolean isRunning() {
    return running;
  }

  /** What it takes in the build's file, about. */
  int bytes() {
    return report.length();
  }

  /** As the job's index keeps it; empty while it runs, and if it prepared no image. */
  Optional<IndexedRun> indexed(String build) {
    return running
        ? Optional.empty()
        : HistoryEntry.of(build, ReportJson.read(report))
            .map(entry -> new IndexedRun(execution, entry));
  }

  synchronized AiImage image() {
    AiImage image = parsed == null ? null : parsed.get();
    if (image == null) {
      image = new AiImage(ReportJson.read(report), running, waitedFor);
      parsed = new SoftReference<>(image);
    }
    return image;
  }
}
