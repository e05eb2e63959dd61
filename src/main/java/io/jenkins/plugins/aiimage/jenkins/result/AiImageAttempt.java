package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.AttemptReport;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A failed attempt at a phase, as pages and programs see it. */
@ExportedBean(defaultVisibility = 4)
public final class AiImageAttempt {
  private final AttemptReport report;

  AiImageAttempt(AttemptReport report) {
    this.report = report;
  }

  @Exported
  public int getAttempt() {
    return report.attempt();
  }

  @Exported
  public String getCause() {
    return report.cause().name();
  }

  @Exported
  public long getStartMs() {
    return report.start().toMillis();
  }

  @Exported
  public long getDurationMs() {
    return report.duration().toMillis();
  }

  @Exported
  public String getMessage() {
    return report.message();
  }

  /** Id of the recognised failure; null if it is none. */
  @Exported
  public String getSign() {
    return report.sign().orElse(null);
  }

  /** The package or image that it is about; null if that is not known. */
  @Exported
  public String getSubject() {
    return report.subject().orElse(null);
  }

  /** The instruction of the Dockerfile that was at work; null if that is not known. */
  @Exported
  public String getInstruction() {
    return report.instruction().orElse(null);
  }

  /** What a person can do; null if nothing is known. */
  @Exported
  public String getHint() {
    return report.hint().orElse(null);
  }
}
