package io.jenkins.plugins.aiimage.jenkins.overview;

import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import io.jenkins.plugins.aiimage.report.history.Summary;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** An image over many builds, as programs see it. What is not known is null. */
@ExportedBean(defaultVisibility = 3)
public final class ImageExport {
  private final ImageHistory image;
  private final Summary summary;

  ImageExport(ImageHistory image) {
    this.image = image;
    this.summary = Summary.of(image);
  }

  @Exported
  public String getLabel() {
    return image.label();
  }

  /** Its repository. */
  @Exported
  public String getImage() {
    return image.image();
  }

  /** That are known. */
  @Exported
  public int getRuns() {
    return summary.runs();
  }

  @Exported
  public int getHits() {
    return summary.results().get(RunResult.HIT);
  }

  @Exported
  public int getFailed() {
    return summary.results().get(RunResult.FAILED);
  }

  /** Share of hits among those that gave an image, from 0 to 1. */
  @Exported
  public Double getHitRate() {
    return summary.hitRate().isPresent() ? summary.hitRate().getAsDouble() : null;
  }

  @Exported
  public long getSpentMs() {
    return summary.spent().toMillis();
  }

  @Exported
  public long getSavedMs() {
    return summary.saved().toMillis();
  }

  @Exported
  public long getWaitedMs() {
    return summary.waited().toMillis();
  }

  /** The newest build. */
  @Exported
  public BuildExport getLast() {
    return new BuildExport(image, image.last());
  }

  /** Oldest first; with {@code depth=1} or where {@code tree} asks for them. */
  @Exported(visibility = 1)
  public List<BuildExport> getBuilds() {
    return image.entries().stream().map(entry -> new BuildExport(image, entry)).toList();
  }
}
