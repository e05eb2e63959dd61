package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.PhaseReport;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A phase of an image, as pages and programs see it. */
@ExportedBean(defaultVisibility = 3)
public final class AiImagePhase {
  private final PhaseReport report;

  AiImagePhase(PhaseReport report) {
    this.report = report;
  }

  @Exported
  public String getName() {
    return report.name();
  }

  @Exported
  public String getKey() {
    return report.key();
  }

  /** {@code HIT}, {@code BUILT}, {@code FAILED}, {@code SKIPPED} or {@code NOT_REACHED}. */
  @Exported
  public String getCache() {
    return report.cache().name();
  }

  /** Since the run began. */
  @Exported
  public long getStartMs() {
    return report.start().toMillis();
  }

  @Exported
  public long getDurationMs() {
    return report.duration().toMillis();
  }

  /** {@code ARG=VALUE} of the fallback that it was built with; null if it was none. */
  @Exported
  public String getFallback() {
    return report.fallback().orElse(null);
  }

  @Exported
  public int getAttempts() {
    return report.attempts();
  }

  @Exported
  public List<AiImageAttempt> getFailures() {
    return report.failures().stream().map(AiImageAttempt::new).toList();
  }

  /** How many packages it installed. */
  @Exported
  public int getInstalledCount() {
    return report.installedCount();
  }

  /** Some of them; only for those who ask for it. */
  @Exported(visibility = 1)
  public List<AiImagePackage> getInstalled() {
    return report.installed().stream().map(AiImagePackage::new).toList();
  }

  /** Size of its own layers, unpacked; null if it is not known. */
  @Exported
  public Long getBytes() {
    return report.bytes().orElse(null);
  }
}
