package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a run: the result of the step, and enough to draw it.
 *
 * @param duration of the whole run; until now, of one under way
 * @param version of this program
 * @param useCase the command, such as {@code prepare} or {@code clean}; empty in reports of
 *     versions that knew no other than the first, and of a run that failed before it could say
 * @param label what people call the image, or what else the run was about
 * @param subject the image's repository, with its registry if there is one; of a run about
 *     something else the repositories, folder, files, image or project
 * @param details what only a run of this use case tells; empty for those that are about images
 *     alone
 * @param warnings what did not work and the run could do without
 * @param failure empty if the run succeeded, or is not over
 * @param current what a run under way does now; empty for one that is over, and between such works
 */
public record RunReport(
    Instant started,
    Duration duration,
    String version,
    Optional<String> useCase,
    String label,
    String subject,
    ImageReport image,
    Optional<Details> details,
    Waits waits,
    List<String> warnings,
    Optional<Failure> failure,
    Optional<Current> current) {

  public RunReport {
    warnings = List.copyOf(warnings);
  }

  /** What only a run of one use case tells; empty for a run of another. */
  public <T extends Details> Optional<T> details(Class<T> type) {
    return details.filter(type::isInstance).map(type::cast);
  }

  /**
   * The same for whoever keeps thousands, in less than 20 kB without the inputs: long texts cut, of
   * many failed attempts and packages some, and no output of the builder.
   */
  public RunReport brief() {
    Brief how = Brief.of(image.phases());
    return new RunReport(
        started,
        duration,
        version,
        useCase,
        Brief.title(label),
        Brief.title(subject),
        image.brief(how),
        details.map(all -> all.brief(how)),
        waits.brief(how),
        how.sentences(warnings),
        failure.map(why -> why.brief(how)),
        current.map(now -> now.brief(how)));
  }

  /** The same at another moment, as of a run that has gone on since, or broken off. */
  public RunReport at(Duration elapsed, Optional<Current> doing) {
    return with(elapsed, details, warnings, doing);
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
    List<ServicesReport.ServiceReport> measured =
        stop.details(ServicesReport.class).map(ServicesReport::services).orElse(List.of());
    Optional<Details> gone =
        details.map(
            own -> own instanceof ServicesReport services ? services.stopped(measured) : own);
    return with(duration, gone, all, current);
  }

  private RunReport with(
      Duration elapsed, Optional<Details> told, List<String> warned, Optional<Current> doing) {
    return new RunReport(
        started, elapsed, version, useCase, label, subject, image, told, waits, warned, failure,
        doing);
  }
}
