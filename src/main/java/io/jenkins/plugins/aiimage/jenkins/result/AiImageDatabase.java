package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.DatabasesReport.DatabaseReport;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One of Trivy's databases, as pages and programs see it. What is not known is null. */
@ExportedBean(defaultVisibility = 3)
public final class AiImageDatabase {
  private final DatabaseReport report;

  AiImageDatabase(DatabaseReport report) {
    this.report = report;
  }

  /** {@code vulnerabilities}, {@code java} or {@code checks}. */
  @Exported
  public String getDatabase() {
    return report.database();
  }

  @Exported
  public String getPath() {
    return report.path();
  }

  @Exported
  public String getDigest() {
    return report.digest().orElse(null);
  }

  /** In ISO 8601. */
  @Exported
  public String getUpdatedAt() {
    return report.updatedAt().toString();
  }

  /** When the run had it. */
  @Exported
  public long getAgeMs() {
    return report.age().toMillis();
  }

  @Exported
  public String getSource() {
    return report.source().orElse(null);
  }

  /** {@code HIT}, {@code FETCHED} or {@code STALE}. */
  @Exported
  public String getResult() {
    return report.result().name();
  }

  /** That were fetched, compressed. */
  @Exported
  public long getBytes() {
    return report.bytes();
  }

  @Exported
  public long getDurationMs() {
    return report.duration().toMillis();
  }
}
