package io.jenkins.plugins.aiimage.report.history;

import io.jenkins.plugins.aiimage.report.AttemptReport;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.ImageReport;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of one run that prepared an image.
 *
 * @param run by what its readers find it again: the number of a build, the name of a file
 * @param label what people call the image
 * @param image its repository
 * @param key content key; empty if the run ended before it was known
 * @param saved what the cached phases took when they were built, if the machine of the run knew
 * @param phases in the order of the Dockerfile
 * @param bytes size of the image, unpacked
 * @param failed the attempts that failed
 * @param waited for other runs that did the same
 */
public record HistoryEntry(
    String run,
    Instant when,
    String label,
    String image,
    String key,
    Optional<String> digest,
    RunResult result,
    Duration duration,
    Optional<Duration> saved,
    List<PhaseTime> phases,
    Optional<Long> bytes,
    List<FailedAttempts> failed,
    Duration waited) {

  public HistoryEntry {
    run = Limits.name(run);
    label = Limits.name(label);
    image = Limits.reference(image);
    key = Limits.reference(key);
    digest = digest.map(Limits::reference);
    duration = Limits.duration(duration);
    saved = saved.map(Limits::duration);
    phases = Limits.list(phases);
    bytes = bytes.filter(size -> size > 0);
    failed = Limits.list(failed);
    waited = Limits.duration(waited);
  }

  /** The entry of a run; empty if it prepared no image: it only looked, pushed, tidied up. */
  public static Optional<HistoryEntry> of(String run, RunReport report) {
    boolean prepares =
        report.useCase().map("prepare"::equals).orElse(true) && report.details().isEmpty();
    ImageReport image = report.image();
    Optional<RunResult> result = result(report);
    if (!prepares || result.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HistoryEntry(
            run,
            report.started(),
            report.label(),
            report.subject(),
            image.recipe().key(),
            image.digest(),
            result.get(),
            report.duration(),
            image.saved(),
            image.phases().stream().map(PhaseTime::of).toList(),
            image.bytes(),
            failed(image.phases()),
            report.waits().total().orElse(Duration.ZERO)));
  }

  private static Optional<RunResult> result(RunReport report) {
    if (report.failure().isPresent()) {
      return Optional.of(RunResult.FAILED);
    }
    return report
        .image()
        .cache()
        .filter(cache -> cache != CacheResult.PUSHED)
        .map(cache -> RunResult.valueOf(cache.name()));
  }

  private static List<FailedAttempts> failed(List<PhaseReport> phases) {
    record Reason(Cause cause, Optional<String> index) {}

    Map<Reason, Integer> counts = new LinkedHashMap<>();
    for (PhaseReport phase : phases) {
      for (AttemptReport attempt : phase.failures()) {
        counts.merge(new Reason(attempt.cause(), IndexHost.of(attempt)), 1, Integer::sum);
      }
    }
    List<FailedAttempts> failed = new ArrayList<>();
    counts.forEach(
        (reason, count) -> failed.add(new FailedAttempts(reason.cause(), reason.index(), count)));
    return failed;
  }

  /** Whether both runs prepared the same image: of the same name in the same repository. */
  public boolean isOfSameImage(HistoryEntry other) {
    return image.equals(other.image) && label.equals(other.label);
  }
}
