package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.Smoke;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What came of tests in an image, as pages and programs see it. */
@ExportedBean(defaultVisibility = 3)
public final class AiImageSmoke {
  private final Smoke smoke;

  AiImageSmoke(Smoke smoke) {
    this.smoke = smoke;
  }

  /** Null if the engine does not have the image. */
  @Exported
  public String getImageId() {
    return smoke.imageId().orElse(null);
  }

  /** Its size, unpacked; null if the engine does not have the image. */
  @Exported
  public Long getBytes() {
    return smoke.bytes().orElse(null);
  }

  @Exported
  public boolean isPassed() {
    return smoke.passed();
  }

  /** How many tests have ended, of twenty at most. */
  @Exported
  public int getTests() {
    return smoke.tests().size();
  }

  /** How many of them failed. */
  @Exported
  public int getFailed() {
    return (int) smoke.tests().stream().filter(test -> !test.passed()).count();
  }
}
