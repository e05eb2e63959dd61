package io.jenkins.plugins.aiimage.jenkins.overview;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import java.time.Duration;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What one build did for an image, as programs see it. What is not known is null. */
@ExportedBean(defaultVisibility = 4)
public final class BuildExport {
  private final ImageHistory image;
  private final HistoryEntry entry;

  BuildExport(ImageHistory image, HistoryEntry entry) {
    this.image = image;
    this.entry = entry;
  }

  @Exported
  public long getNumber() {
    return Long.parseLong(entry.run());
  }

  /** In ISO 8601. */
  @Exported
  public String getStarted() {
    return entry.when().toString();
  }

  /** {@code HIT}, {@code RESUMED}, {@code BUILT} or {@code FAILED}. */
  @Exported
  public String getResult() {
    return entry.result().name();
  }

  @Exported
  public long getDurationMs() {
    return entry.duration().toMillis();
  }

  @Exported
  public Long getSavedMs() {
    return image.saved(entry).map(Duration::toMillis).orElse(null);
  }

  /** Size of the image, unpacked. */
  @Exported
  public Long getBytes() {
    return image.bytes(entry).orElse(null);
  }

  @Exported
  public String getKey() {
    return entry.key();
  }

  @Exported
  public String getDigest() {
    return entry.digest().orElse(null);
  }

  @Exported
  public List<PhaseExport> getPhases() {
    return entry.phases().stream().map(PhaseExport::new).toList();
  }
}
