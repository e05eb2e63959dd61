package io.jenkins.plugins.aiimage.report.json;

import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.Current;
import io.jenkins.plugins.aiimage.report.DatabasesReport;
import io.jenkins.plugins.aiimage.report.DatabasesReport.DatabaseReport;
import io.jenkins.plugins.aiimage.report.Details;
import io.jenkins.plugins.aiimage.report.Diagnosis;
import io.jenkins.plugins.aiimage.report.Failure;
import io.jenkins.plugins.aiimage.report.ImageReport;
import io.jenkins.plugins.aiimage.report.ImageResult;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PushReport;
import io.jenkins.plugins.aiimage.report.RecipeReport;
import io.jenkins.plugins.aiimage.report.Review;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import io.jenkins.plugins.aiimage.report.Smoke;
import io.jenkins.plugins.aiimage.report.Storage;
import io.jenkins.plugins.aiimage.report.Waits;
import io.jenkins.plugins.aiimage.report.Waits.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The members of a report's JSON, all side by side as {@code docs/report.md} has them, in the order
 * in which versions have added them.
 */
record ReportMembers(
    Instant started,
    String version,
    String label,
    String image,
    List<String> tags,
    String key,
    String platform,
    Optional<String> builder,
    Optional<CacheResult> cache,
    Optional<CacheResult> planned,
    Optional<String> digest,
    Optional<String> reference,
    boolean published,
    Duration duration,
    Optional<Duration> saved,
    Optional<Duration> waited,
    Optional<String> waitedFor,
    List<PhaseReport> phases,
    List<PushReport> pushes,
    List<String> warnings,
    Optional<Failure> failure,
    Optional<String> useCase,
    Optional<Cleaning> cleaning,
    Optional<List<DatabaseReport>> databases,
    Optional<List<String>> environment,
    Optional<String> until,
    Optional<String> preset,
    Optional<Inputs> inputs,
    Optional<Long> bytes,
    Optional<Review> review,
    Optional<Smoke> smoke,
    Optional<Diagnosis> diagnosis,
    Optional<ServicesReport> services,
    Optional<Current> current,
    Optional<Storage> storage,
    List<Wait> waits) {

  static ReportMembers of(RunReport run) {
    ImageReport image = run.image();
    RecipeReport recipe = image.recipe();
    Optional<DatabasesReport> databases = run.details(DatabasesReport.class);
    return new ReportMembers(
        run.started(),
        run.version(),
        run.label(),
        run.subject(),
        image.tags(),
        recipe.key(),
        recipe.platform(),
        image.builder(),
        image.cache(),
        image.planned(),
        image.digest(),
        image.reference(),
        image.published(),
        run.duration(),
        image.saved(),
        run.waits().total(),
        run.waits().who(),
        image.phases(),
        image.pushes(),
        run.warnings(),
        run.failure(),
        run.useCase(),
        run.details(Cleaning.class),
        databases.map(DatabasesReport::databases),
        databases.flatMap(DatabasesReport::environment),
        recipe.until(),
        recipe.preset(),
        recipe.inputs(),
        image.bytes(),
        run.details(Review.class),
        run.details(Smoke.class),
        run.details(Diagnosis.class),
        run.details(ServicesReport.class),
        run.current(),
        image.storage(),
        run.waits().each());
  }

  RunReport report() {
    return new RunReport(
        started,
        duration,
        version,
        useCase,
        label,
        image,
        new ImageReport(
            tags,
            new RecipeReport(preset, until, key, platform, inputs),
            builder,
            storage,
            phases,
            bytes,
            pushes,
            planned,
            result()),
        details(),
        new Waits(waited, waitedFor, waits),
        warnings,
        failure,
        current);
  }

  /** The three are there together or not at all. */
  private Optional<ImageResult> result() {
    return cache.isPresent() && digest.isPresent() && reference.isPresent()
        ? Optional.of(new ImageResult(cache.get(), digest.get(), reference.get(), published, saved))
        : Optional.empty();
  }

  private Optional<Details> details() {
    return Optional.<Details>empty()
        .or(() -> cleaning)
        .or(() -> databases.map(all -> new DatabasesReport(all, environment)))
        .or(() -> review)
        .or(() -> smoke)
        .or(() -> diagnosis)
        .or(() -> services);
  }
}
