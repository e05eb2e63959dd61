package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.ServicesReport.TestReport;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A test of running services, as pages and programs see it. What is not known is null. */
@ExportedBean(defaultVisibility = 3)
public final class AiImageServiceCheck {
  private final TestReport report;

  AiImageServiceCheck(TestReport report) {
    this.report = report;
  }

  @Exported
  public String getTest() {
    return report.test();
  }

  @Exported
  public boolean isPassed() {
    return report.passed();
  }

  @Exported
  public long getDurationMs() {
    return report.duration().toMillis();
  }

  /** Why it failed. */
  @Exported
  public String getMessage() {
    return report.message().orElse(null);
  }

  /** As people read it. */
  public String getDurationWords() {
    return Durations.words(report.duration());
  }
}
