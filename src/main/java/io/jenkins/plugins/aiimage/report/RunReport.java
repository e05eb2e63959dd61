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

  /** What became of a phase. */
  public enum PhaseResult {
    /** Its image was in the cache. */
    HIT,
    BUILT,
    FAILED,
    /** A later phase was in the cache, so this one was not asked for. */
    SKIPPED,
    /** The run ended before its turn. */
    NOT_REACHED
  }

  /**
   * What became of a phase, with its times.
   *
   * @param start since the run began; zero for a phase that did not run
   * @param attempts how often it was run; 0 for a phase that was not
   * @param fallback the build argument and value that it was built with instead of the recipe's own
   * @param failures the attempts that failed, in order
   * @param installed packages, as the tools that installed them said it
   * @param installedCount how many there were; more than are listed if they were too many
   * @param bytes of the phase's own layers, unpacked, if the engine could tell
   */
  public record PhaseReport(
      String name,
      String key,
      PhaseResult cache,
      Duration start,
      Duration duration,
      int attempts,
      Optional<String> fallback,
      List<AttemptReport> failures,
      List<Installed> installed,
      int installedCount,
      Optional<Long> bytes) {
    public PhaseReport {
      failures = List.copyOf(failures);
      installed = List.copyOf(installed);
    }

    /** One that has not begun. */
    static PhaseReport of(String name, String key, PhaseResult result) {
      return new PhaseReport(
          name,
          key,
          result,
          Duration.ZERO,
          Duration.ZERO,
          0,
          Optional.empty(),
          List.of(),
          List.of(),
          0,
          Optional.empty());
    }
  }

  /**
   * A failed attempt.
   *
   * @param start since the beginning of the run
   * @param sign id of the recognised failure, as in the table of failures
   * @param subject the package or image that it is about
   * @param instruction of the Dockerfile that was at work
   * @param hangingAt where it hung before it was killed
   */
  public record AttemptReport(
      int attempt,
      Cause cause,
      Duration start,
      Duration duration,
      Optional<Integer> exitCode,
      String message,
      Optional<String> sign,
      Optional<String> hint,
      Optional<String> subject,
      Optional<String> instruction,
      List<String> lastLines,
      List<String> hangingAt) {
    public AttemptReport {
      lastLines = List.copyOf(lastLines);
      hangingAt = List.copyOf(hangingAt);
    }
  }

  /**
   * An image's way to the registry.
   *
   * @param digest of the manifest that arrived, if the engine told it
   * @param sentBytes of the layers that were sent, unpacked, if the engine counted
   * @param layersSent how many were sent, if the engine told it
   * @param layersThere how many the registry had, if the engine told it
   * @param error empty if it arrived
   */
  public record PushReport(
      String subject,
      String reference,
      Duration start,
      Duration duration,
      Optional<String> digest,
      Optional<Long> sentBytes,
      Optional<Integer> layersSent,
      Optional<Integer> layersThere,
      Optional<String> error) {}

  /**
   * What a run that tidied up did.
   *
   * @param dryRun whether it only said so
   * @param removed what went, or would go
   * @param kept what stayed of this program's own
   * @param total empty if the run did not come to its end
   */
  public record Cleaning(
      boolean dryRun, List<Removal> removed, List<Keeping> kept, Optional<Total> total) {
    public Cleaning {
      removed = List.copyOf(removed);
      kept = List.copyOf(kept);
    }
  }

  /** An image that lost its names. */
  public record Removal(
      List<String> references, String digest, Optional<Instant> created, long bytes) {
    public Removal {
      references = List.copyOf(references);
    }
  }

  /** An image that stayed, and why. */
  public record Keeping(
      List<String> references, String digest, Optional<Instant> created, String reason) {
    public Keeping {
      references = List.copyOf(references);
    }
  }

  /**
   * What it came to.
   *
   * @param bytes that are, or may become, free
   * @param notes files of the user's cache folder
   */
  public record Total(int images, int tags, int kept, long bytes, int notes) {}

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
   * What is wrong in Dockerfiles.
   *
   * @param dryRun whether what could be mended was only shown
   * @param errors how many findings are that bad; the others likewise
   * @param findings what is left to do
   * @param fixes what was mended, or would be
   */
  public record Review(
      List<String> files,
      boolean dryRun,
      int errors,
      int warnings,
      int infos,
      List<FindingReport> findings,
      List<FixReport> fixes) {
    public Review {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
      fixes = List.copyOf(fixes);
    }
  }

  /** A finding, as its event has it. */
  public record FindingReport(
      String file,
      int line,
      Severity severity,
      String tool,
      String rule,
      String message,
      Optional<String> why,
      Optional<String> advice,
      boolean fixable) {}

  /**
   * A file that was mended, or would be.
   *
   * @param rules that had found something in it
   */
  public record FixReport(String file, List<String> rules) {
    public FixReport {
      rules = List.copyOf(rules);
    }
  }

  /**
   * What came of tests in an image.
   *
   * @param imageId empty if the engine does not have it
   * @param bytes its size, unpacked; empty likewise
   * @param passed whether all tests came to their end, and well
   */
  public record Smoke(
      Optional<String> imageId, Optional<Long> bytes, boolean passed, List<TestReport> tests) {
    public Smoke {
      tests = List.copyOf(tests);
    }
  }

  /**
   * A test.
   *
   * @param exitCode empty if nothing was run, or it was killed
   * @param message why it failed
   * @param lastLines of its output, if it failed
   */
  public record TestReport(
      String test,
      boolean passed,
      Duration duration,
      Optional<Integer> exitCode,
      Optional<String> message,
      List<String> lastLines) {
    public TestReport {
      lastLines = List.copyOf(lastLines);
    }
  }

  /**
   * What a run under way does now: a phase, or else a pull or a push.
   *
   * @param subject name of the phase, or of what is pulled or pushed
   * @param number of the phase among those to build, from 1; 0 for what is no phase
   * @param total how many are to build; 0 likewise
   * @param since when it began
   * @param expected what it took when this machine last did it, if it ever did
   * @param doing what is going on in it, as a person reads it, if that is known
   * @param silence since the builder last said anything, when the last event was told
   * @param silenceLimit how long that may go on; zero for what has no such limit
   */
  public record Current(
      String subject,
      int number,
      int total,
      Instant since,
      Optional<Duration> expected,
      Optional<String> doing,
      Duration silence,
      Duration silenceLimit) {}

  /**
   * The room where the engine keeps its images.
   *
   * @param freeBytes that were left before the first phase
   * @param totalBytes of the file system
   */
  public record Storage(String folder, long freeBytes, long totalBytes) {}

  /**
   * A wait for another run on this machine that did the same.
   *
   * @param who that run, as a person reads it
   * @param start since the run began
   */
  public record Wait(String who, Duration start, Duration duration) {}

  /** Why the run failed. */
  public record Failure(Problem problem, String message) {}
}
