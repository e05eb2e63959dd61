package io.jenkins.plugins.aiimage.jenkins.overview;

import io.jenkins.plugins.aiimage.report.history.PhaseTime;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A phase in one build, as programs see it. */
@ExportedBean(defaultVisibility = 5)
public final class PhaseExport {
  private final PhaseTime phase;

  PhaseExport(PhaseTime phase) {
    this.phase = phase;
  }

  @Exported
  public String getName() {
    return phase.name();
  }

  /** {@code HIT}, {@code BUILT}, {@code FAILED}, {@code SKIPPED} or {@code NOT_REACHED}. */
  @Exported
  public String getResult() {
    return phase.result().name();
  }

  @Exported
  public long getDurationMs() {
    return phase.duration().toMillis();
  }
}
