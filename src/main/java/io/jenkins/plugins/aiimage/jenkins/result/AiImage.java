package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.RunReport.DatabaseReport;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** An image of a build, as pages and programs see it. What is not known is null. */
@ExportedBean(defaultVisibility = 2)
public final class AiImage {
  private static final int SHORT_DIGEST = 12;
  private static final Pattern LONG_DIGEST =
      Pattern.compile("((?:@sha256:|:id-|:key-)[0-9a-f]{12})[0-9a-f]{52}");

  private final RunReport report;
  private final boolean running;
  private final String waitedFor;

  AiImage(RunReport report, boolean running, String waitedFor) {
    this.report = report;
    this.running = running;
    this.waitedFor = waitedFor;
  }

  /**
   * {@code prepare}, {@code push}, {@code promote}, {@code clean}, {@code trivy-db}, {@code start}
   * or {@code stop}; null if it is not known.
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
    return report.image();
  }

  @Exported
  public List<String> getTags() {
    return report.tags();
  }

  @Exported
  public String getKey() {
    return report.key().isEmpty() ? null : report.key();
  }

  @Exported
  public String getPlatform() {
    return report.platform().isEmpty() ? null : report.platform();
  }

  @Exported
  public String getBuilder() {
    return report.builder().orElse(null);
  }

  /** {@code HIT}, {@code RESUMED}, {@code BUILT}, {@code PUSHED}; null if it failed or goes on. */
  @Exported
  public String getCache() {
    return report.cache().or(report::planned).map(CacheResult::name).orElse(null);
  }

  /** Whether the run only looked. */
  @Exported
  public boolean isPlanned() {
    return report.planned().isPresent()
        || hasOnlyLookedForDatabases()
        || report.services().filter(ServicesReport::dryRun).isPresent();
  }

  /** A run that provided databases names variables, if only that of the folder. */
  private boolean hasOnlyLookedForDatabases() {
    return report.environment().filter(List::isEmpty).isPresent();
  }

  /** Name of the preset that was the recipe; null if none was. */
  @Exported
  public String getPreset() {
    return report.preset().orElse(null);
  }

  /** The phase that the run was to stop after; null if it was to make the whole image. */
  @Exported
  public String getUntil() {
    return report.until().orElse(null);
  }

  @Exported
  public boolean isRunning() {
    return running;
  }

  @Exported
  public String getDigest() {
    return report.digest().orElse(null);
  }

  @Exported
  public String getReference() {
    return report.reference().orElse(null);
  }

  @Exported
  public boolean isPublished() {
    return report.published();
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
    return report.saved().map(Duration::toMillis).orElse(null);
  }

  @Exported
  public List<AiImagePhase> getPhases() {
    return report.phases().stream().map(AiImagePhase::new).toList();
  }

  @Exported
  public List<AiImagePush> getPushes() {
    return report.pushes().stream().map(AiImagePush::new).toList();
  }

  @Exported
  public AiImageCleaning getCleaning() {
    return report.cleaning().map(AiImageCleaning::new).orElse(null);
  }

  /** Those of Trivy that can be used; null for a run that was about something else. */
  @Exported
  public List<AiImageDatabase> getDatabases() {
    return report
        .databases()
        .map(all -> all.stream().map(AiImageDatabase::new).toList())
        .orElse(null);
  }

  /** The worst that became of a database; null if there is none. */
  public String getDatabasesResult() {
    return report.databases().orElse(List.of()).stream()
        .map(DatabaseReport::result)
        .max(Comparator.naturalOrder())
        .map(DatabaseResult::name)
        .orElse(null);
  }

  /** Those that a run has started; null for a run that was about something else. */
  @Exported
  public List<AiImageService> getServices() {
    return report
        .services()
        .map(all -> all.services().stream().map(AiImageService::new).toList())
        .orElse(null);
  }

  /** What was asked of running services; null likewise. */
  @Exported
  public List<AiImageServiceCheck> getTests() {
    return report
        .services()
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
    return report.failure().map(RunReport.Failure::message).orElse(null);
  }

  /** The build whose image this one waited for, as {@code job#number}. */
  @Exported
  public String getWaitedFor() {
    return waitedFor;
  }

  /** Version of the program. */
  @Exported
  public String getVersion() {
    return report.version();
  }

  /** Whether the run came to its end as it should; a plan is one. */
  public boolean isDone() {
    return report.cache().or(report::planned).isPresent()
        || report.cleaning().flatMap(RunReport.Cleaning::total).isPresent()
        || report.environment().isPresent()
        || report.services().flatMap(ServicesReport::environment).isPresent();
  }

  /** Whether somebody said what to call it, or it goes by its kind. */
  public boolean isNamed() {
    boolean services = report.services().isPresent();
    return !(report.databases().isPresent() && report.label().equals(Event.DatabasesStarted.LABEL))
        && !(services && report.label().equals(Event.ServicesStarted.LABEL));
  }

  /** The label, which may name images by their digests, with as much of them as people compare. */
  public String getTitle() {
    return withShortDigests(report.label());
  }

  static String withShortDigests(String text) {
    return LONG_DIGEST.matcher(text).replaceAll("$1…");
  }

  /** The reference with as much of the digest as people compare. */
  public String getShortReference() {
    return report.reference().map(AiImage::shortened).orElse(null);
  }

  static String shortened(String reference) {
    int colon = reference.lastIndexOf(':');
    int end = colon + 1 + SHORT_DIGEST;
    return end < reference.length() ? reference.substring(0, end) + "…" : reference;
  }

  /** As people read it. */
  public String getDurationWords() {
    return Durations.words(report.duration());
  }

  /** As people read it; null if it is not known. */
  public String getSavedWords() {
    return report.saved().map(Durations::words).orElse(null);
  }

  /** All failed attempts of all phases. */
  public List<AiImageAttempt> getFailedAttempts() {
    return report.phases().stream()
        .flatMap(
            phase ->
                phase.failures().stream().map(attempt -> new AiImageAttempt(phase.name(), attempt)))
        .toList();
  }
}
