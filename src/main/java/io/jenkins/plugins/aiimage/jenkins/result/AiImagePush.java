package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.PushReport;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** An image's way to a registry, as pages and programs see it. What is not known is null. */
@ExportedBean(defaultVisibility = 3)
public final class AiImagePush {
  private final PushReport report;

  AiImagePush(PushReport report) {
    this.report = report;
  }

  @Exported
  public String getSubject() {
    return report.subject();
  }

  /** Where to. */
  @Exported
  public String getReference() {
    return report.reference();
  }

  @Exported
  public String getDigest() {
    return report.digest().orElse(null);
  }

  /** Of the layers, as {@link PushReport#sentBytes} counts. */
  @Exported
  public Long getSentBytes() {
    return report.sentBytes().orElse(null);
  }

  @Exported
  public Integer getLayersSent() {
    return report.layersSent().orElse(null);
  }

  @Exported
  public Integer getLayersThere() {
    return report.layersThere().orElse(null);
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

  /** Why it did not arrive; null if it did. */
  @Exported
  public String getError() {
    return report.error().orElse(null);
  }
}
