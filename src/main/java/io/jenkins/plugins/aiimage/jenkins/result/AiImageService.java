package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.ServicesReport.ServiceReport;
import io.jenkins.plugins.aiimage.report.Sizes;
import java.time.Duration;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A service that was started, as pages and programs see it. What is not known is null. */
@ExportedBean(defaultVisibility = 3)
public final class AiImageService {
  private final ServiceReport report;

  AiImageService(ServiceReport report) {
    this.report = report;
  }

  @Exported
  public String getService() {
    return report.service();
  }

  /** From 1 on; 0 for one that is a test. */
  @Exported
  public int getStage() {
    return report.stage();
  }

  @Exported
  public String getImage() {
    return report.image();
  }

  /** {@code HEALTHY}, {@code RUNNING}, {@code COMPLETED}, {@code FAILED} or how far it came. */
  @Exported
  public String getResult() {
    return report.result().name();
  }

  /** Since its start. */
  @Exported
  public Long getReadyAfterMs() {
    return report.readyAfter().map(Duration::toMillis).orElse(null);
  }

  @Exported
  public List<String> getAddresses() {
    return report.addresses();
  }

  /** In bytes, the most that was seen. */
  @Exported
  public Long getPeakMemory() {
    return report.peakMemory().orElse(null);
  }

  @Exported
  public Long getCpuTimeMs() {
    return report.cpuTime().map(Duration::toMillis).orElse(null);
  }

  @Exported
  public Integer getExitCode() {
    return report.exitCode().orElse(null);
  }

  /** Why it failed. */
  @Exported
  public String getMessage() {
    return report.message().orElse(null);
  }

  /** As people read it. */
  public String getReadyAfterWords() {
    return report.readyAfter().map(Durations::words).orElse("–");
  }

  /** As people read it. */
  public String getPeakMemoryWords() {
    return report.peakMemory().map(Sizes::words).orElse("–");
  }

  /** As people read it. */
  public String getCpuTimeWords() {
    return report.cpuTime().map(Durations::words).orElse("–");
  }
}
