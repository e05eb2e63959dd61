package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.DatabasesReport;
import io.jenkins.plugins.aiimage.report.Diagnosis;
import io.jenkins.plugins.aiimage.report.Failure;
import io.jenkins.plugins.aiimage.report.ImageReport;
import io.jenkins.plugins.aiimage.report.Review;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import io.jenkins.plugins.aiimage.report.Smoke;
import java.time.Duration;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** An image of a build, as pages and programs see it. What is not known is null. */
@ExportedBean(defaultVisibility = 2)
public final class AiImage {
  private final ImageRecord record;
  private final RunReport report;
  private final ImageReport image;
  private final boolean building;

  /**
   * @param building whether the build goes on that it belongs to
   */
  AiImage(ImageRecord record, boolean building) {
    this.record = record;
    this.report = record.report();
    this.image = report.image();
    this.building = building;
  }

  /**
   * {@code prepare}, {@code push}, {@code promote}, {@code clean}, {@code trivy-db}, {@code lint},
   * {@code smoke}, {@code diagnose}, {@code start} or {@code stop}; null if it is not known.
   */
  @Exported
  public String getUseCase() {
    return report.useCase().orElse(null);
  }

  @Exported
  public String getLabel() {
    return report.label();
  }

  /** The repository, with its registry if there is one. */
  @Exported
  public String getImage() {
    return report.subject();
  }

  @Exported
  public List<String> getTags() {
    return image.tags();
  }

  @Exported
  public String getKey() {
    return known(image.recipe().key());
  }

  @Exported
  public String getPlatform() {
    return known(image.recipe().platform());
  }

  @Exported
  public String getBuilder() {
    return image.builder().orElse(null);
  }

  /** {@code HIT}, {@code RESUMED}, {@code BUILT}, {@code PUSHED}; null if it failed or goes on. */
  @Exported
  public String getCache() {
    return image.cache().or(image::planned).map(CacheResult::name).orElse(null);
  }

  /** Whether the run only looked. */
  @Exported
  public boolean isPlanned() {
    return image.planned().isPresent()
        || hasOnlyLookedForDatabases()
        || report.details(ServicesReport.class).filter(ServicesReport::dryRun).isPresent();
  }

  /** A run that provided databases names variables, if only that of the folder. */
  private boolean hasOnlyLookedForDatabases() {
    return report
        .details(DatabasesReport.class)
        .flatMap(DatabasesReport::environment)
        .filter(List::isEmpty)
        .isPresent();
  }

  /** Name of the preset that was the recipe; null if none was. */
  @Exported
  public String getPreset() {
    return image.recipe().preset().orElse(null);
  }

  /** The phase that the run was to stop after; null if it was to make the whole image. */
  @Exported
  public String getUntil() {
    return image.recipe().until().orElse(null);
  }

  @Exported
  public boolean isRunning() {
    return building && record.isRunning();
  }

  /** What it does now; null if it is over, and between such works. */
  @Exported
  public AiImageCurrent getCurrent() {
    return isRunning() ? report.current().map(AiImageCurrent::new).orElse(null) : null;
  }

  @Exported
  public String getDigest() {
    return image.digest().orElse(null);
  }

  @Exported
  public String getReference() {
    return image.reference().orElse(null);
  }

  @Exported
  public boolean isPublished() {
    return image.published();
  }

  /** In ISO 8601. */
  @Exported
  public String getStarted() {
    return report.started().toString();
  }

  @Exported
  public long getDurationMs() {
    return report.duration().toMillis();
  }

  @Exported
  public Long getSavedMs() {
    return image.saved().map(Duration::toMillis).orElse(null);
  }

  @Exported
  public List<AiImagePhase> getPhases() {
    return image.phases().stream().map(AiImagePhase::new).toList();
  }

  @Exported
  public List<AiImagePush> getPushes() {
    return image.pushes().stream().map(AiImagePush::new).toList();
  }

  @Exported
  public AiImageCleaning getCleaning() {
    return report.details(Cleaning.class).map(AiImageCleaning::new).orElse(null);
  }

  /** What was found in Dockerfiles; null for a run that was about something else. */
  @Exported
  public AiImageReview getReview() {
    return report.details(Review.class).map(AiImageReview::new).orElse(null);
  }

  /** What was seen of a recipe before it was built; null for a run about something else. */
  @Exported
  public AiImageDiagnosis getDiagnosis() {
    return report.details(Diagnosis.class).map(AiImageDiagnosis::new).orElse(null);
  }

  /** What came of tests in an image; null for a run that was about something else. */
  @Exported
  public AiImageSmoke getSmoke() {
    return report.details(Smoke.class).map(AiImageSmoke::new).orElse(null);
  }

  /** Those of Trivy that can be used; null for a run that was about something else. */
  @Exported
  public List<AiImageDatabase> getDatabases() {
    return report
        .details(DatabasesReport.class)
        .map(all -> all.databases().stream().map(AiImageDatabase::new).toList())
        .orElse(null);
  }

  /** Those that a run has started; null for a run that was about something else. */
  @Exported
  public List<AiImageService> getServices() {
    return report
        .details(ServicesReport.class)
        .map(all -> all.services().stream().map(AiImageService::new).toList())
        .orElse(null);
  }

  /** What was asked of running services; null likewise. */
  @Exported
  public List<AiImageServiceCheck> getTests() {
    return report
        .details(ServicesReport.class)
        .map(all -> all.tests().stream().map(AiImageServiceCheck::new).toList())
        .orElse(null);
  }

  @Exported
  public List<String> getWarnings() {
    return report.warnings();
  }

  /** Why the run failed, as one of the documented names. */
  @Exported
  public String getProblem() {
    return report.failure().map(failure -> failure.problem().name()).orElse(null);
  }

  /** Why the run failed, in one sentence. */
  @Exported
  public String getMessage() {
    return report.failure().map(Failure::message).orElse(null);
  }

  /** The build whose image this one waited for, as {@code job#number}. */
  @Exported
  public String getWaitedFor() {
    return record.source().waitedFor().orElse(null);
  }

  /** Version of the program. */
  @Exported
  public String getVersion() {
    return report.version();
  }

  /** The build that this one is compared with; null if none made the same image. */
  @Exported
  public Integer getComparedWith() {
    return record.comparison().map(Comparison::build).filter(build -> build > 0).orElse(null);
  }

  /** What was different in it; null if there is nothing to compare with. */
  @Exported
  public List<AiImageChange> getChanges() {
    return record
        .comparison()
        .filter(made -> made.build() > 0)
        .map(made -> made.changes().stream().map(AiImageChange::new).toList())
        .orElse(null);
  }

  /** What the key was computed from; only for those who ask for it. */
  @Exported(visibility = 1)
  public List<AiImageInput> getInputs() {
    return image.recipe().inputs().map(AiImageInput::all).orElse(null);
  }

  /** Size of the image's layers, unpacked; null if this run did not build it. */
  @Exported
  public Long getBytes() {
    return image.bytes().orElse(null);
  }

  private static String known(String text) {
    return text.isEmpty() ? null : text;
  }
}
