package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.Diagnosis;
import io.jenkins.plugins.aiimage.report.Sizes;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What was seen of a recipe, as pages and programs see it. */
@ExportedBean(defaultVisibility = 3)
public final class AiImageDiagnosis {
  private final Diagnosis diagnosis;

  AiImageDiagnosis(Diagnosis diagnosis) {
    this.diagnosis = diagnosis;
  }

  /** What a builder is sent; null if it could not be read. */
  @Exported
  public Long getContextBytes() {
    return diagnosis.context().map(Diagnosis.Context::bytes).orElse(null);
  }

  @Exported
  public Long getContextFiles() {
    return diagnosis.context().map(Diagnosis.Context::files).orElse(null);
  }

  /** What {@code .dockerignore} could save without a doubt. */
  @Exported
  public long getIgnorableBytes() {
    return diagnosis.suggestions().stream()
        .filter(Diagnosis.Suggestion::safe)
        .mapToLong(Diagnosis.Suggestion::bytes)
        .sum();
  }

  /** How many package indexes did not answer as they should. */
  @Exported
  public int getBrokenIndexes() {
    return Math.toIntExact(
        diagnosis.indexes().stream().filter(index -> index.error().isPresent()).count());
  }

  /** As people read it. */
  public String getContextWords() {
    return diagnosis.context().map(all -> Sizes.words(all.bytes())).orElse("–");
  }

  /** As people read it. */
  public String getIgnorableWords() {
    return Sizes.words(getIgnorableBytes());
  }
}
