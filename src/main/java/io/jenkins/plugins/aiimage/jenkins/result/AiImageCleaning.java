package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.Cleaning.Total;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a run did that tidies up, as pages and programs see it. */
@ExportedBean(defaultVisibility = 3)
public final class AiImageCleaning {
  private static final Total NOTHING = new Total(0, 0, 0, 0, 0);

  private final boolean dryRun;
  private final Total total;

  AiImageCleaning(Cleaning report) {
    dryRun = report.dryRun();
    total = report.total().orElse(NOTHING);
  }

  /** Whether nothing was changed. */
  @Exported
  public boolean isDryRun() {
    return dryRun;
  }

  /** How many images lost their names, or would. */
  @Exported
  public int getRemoved() {
    return total.images();
  }

  @Exported
  public int getTags() {
    return total.tags();
  }

  /** How many images stayed. */
  @Exported
  public int getKept() {
    return total.kept();
  }

  /** What is, or may become, free. */
  @Exported
  public long getBytes() {
    return total.bytes();
  }
}
