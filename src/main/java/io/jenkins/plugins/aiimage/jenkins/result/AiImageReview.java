package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.Review;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What was found in Dockerfiles, as pages and programs see it. */
@ExportedBean(defaultVisibility = 3)
public final class AiImageReview {
  private final Review review;

  AiImageReview(Review review) {
    this.review = review;
  }

  @Exported
  public int getErrors() {
    return review.errors();
  }

  @Exported
  public int getWarnings() {
    return review.warnings();
  }

  @Exported
  public int getInfos() {
    return review.infos();
  }
}
