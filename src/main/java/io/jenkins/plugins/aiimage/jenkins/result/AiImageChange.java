package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.Change;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What is different from the last build of an image, as programs see it. */
@ExportedBean(defaultVisibility = 3)
public final class AiImageChange {
  private final Change change;

  AiImageChange(Change change) {
    this.change = change;
  }

  @Exported
  public String getKind() {
    return change.kind().name();
  }

  @Exported
  public String getWhat() {
    return change.what().name();
  }

  /** Empty where it is not known any more. */
  @Exported
  public String getName() {
    return change.name();
  }

  /** Whose instruction it is; null for anything else. */
  @Exported
  public String getPhase() {
    return change.phase().isEmpty() ? null : change.phase();
  }
}
