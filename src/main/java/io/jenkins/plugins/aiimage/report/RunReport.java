package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a run: the result of the step, and enough to draw it.
 *
 * @param cache empty if the run failed or only looked
 * @param planned what a run would be; empty if this was one
 * @param saved empty if nothing is known of what the cached phases once took
 * @param waited how long another run on this machine that did the same was waited for
 * @param waitedFor that run
 * @param failure empty if the run succeeded
 * @param useCase the command, such as {@code prepare} or {@code clean}; empty in reports of
 *     versions that knew no other than the first, and of a run that failed before it could say
 * @param cleaning what a run that tidied up did; empty for any other
 * @param databases of Trivy, that a run provided; empty for one that was about something else
 * @param environment variables by which Trivy uses them, each {@code NAME=value}; empty as above,
 *     and if the run failed
 * @param until the phase after which the run was to stop; empty if it was to make the whole image
 * @param preset name of the preset that was the recipe; empty if none was
 * @param inputs what the key was computed from, if the run came that far
 * @param bytes size of the image's layers, unpacked, if this run built it
 * @param review what a run that looked at Dockerfiles found; empty for any other
 * @param smoke what a run that tested an image found; empty for any other
 * @param diagnosis what a run that only looked at a recipe saw; empty for any other
 * @param services what a run that starts or stops services did; empty for any other
 * @param current what a run under way does now; empty for one that is over, and between such works
 * @param storage the room where the engine keeps its images, if the run asked
 * @param waits for other runs, in order; {@code waited} is their sum
 */
public record RunReport(
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

  public RunReport {
    tags = List.copyOf(tags);
    phases = List.copyOf(phases);
    pushes = List.copyOf(pushes);
    warnings = List.copyOf(warnings);
    databases = databases.map(List::copyOf);
    environment = environment.map(List::copyOf);
    waits = List.copyOf(waits);
  }

  /**
   * The same for whoever keeps thousands, in less than 20 kB without the inputs: long texts cut, of
   * many failed attempts and packages some, and no output of the builder.
   */
  public RunReport brief() {
    return Brief.of(this);
  }

  /** The same at another moment, as of a run that has gone on since, or broken off. */
  public RunReport at(Duration elapsed, Optional<Current> doing) {
    return new RunReport(
        started,
        version,
        label,
        image,
        tags,
        key,
        platform,
        builder,
        cache,
        planned,
        digest,
        reference,
        published,
        elapsed,
        saved,
        waited,
        waitedFor,
        phases,
        pushes,
        warnings,
        failure,
        useCase,
        cleaning,
        databases,
        environment,
        until,
        preset,
        inputs,
        bytes,
        review,
        smoke,
        diagnosis,
        services,
        doing,
        storage,
        waits);
  }

  /**
   * The same with services that were stopped by another run, and what that one measured.
   *
   * @param stop the report of the run that stopped them
   */
  public RunReport stopped(RunReport stop) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(stop.warnings);
    stop.failure.ifPresent(reason -> all.add(reason.message()));
    return new RunReport(
        started,
        version,
        label,
        image,
        tags,
        key,
        platform,
        builder,
        cache,
        planned,
        digest,
        reference,
        published,
        duration,
        saved,
        waited,
        waitedFor,
        phases,
        pushes,
        all,
        failure,
        useCase,
        cleaning,
        databases,
        environment,
        until,
        preset,
        inputs,
        bytes,
        review,
        smoke,
        diagnosis,
        services.map(
            own -> own.stopped(stop.services.map(ServicesReport::services).orElse(List.of()))),
        current,
        storage,
        waits);
  }

  /**
   * One of Trivy's databases.
   *
   * @param database its name
   * @param digest of the manifest it came by, if this program fetched it
   * @param updatedAt when its content was made
   * @param source who gave it, or said that it is the newest; empty if nobody was asked
   * @param bytes that were fetched, compressed
   */
  public record DatabaseReport(
      String database,
      String path,
      Optional<String> digest,
      Instant updatedAt,
      Duration age,
      Optional<String> source,
      DatabaseResult result,
      long bytes,
      Duration duration) {}

  /**
   * A wait for another run on this machine that did the same.
   *
   * @param who that run, as a person reads it
   * @param start since the run began
   */
  public record Wait(String who, Duration start, Duration duration) {}
}
