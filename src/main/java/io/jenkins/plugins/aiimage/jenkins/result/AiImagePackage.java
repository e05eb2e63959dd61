package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.Installed;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A package that a phase installed, as programs see it. */
@ExportedBean(defaultVisibility = 4)
public final class AiImagePackage {
  private final Installed installed;

  AiImagePackage(Installed installed) {
    this.installed = installed;
  }

  @Exported
  public String getName() {
    return installed.name();
  }

  /** Empty if the tool did not say it. */
  @Exported
  public String getVersion() {
    return installed.version();
  }
}
