package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Flight;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Provides Trivy's databases in its cache folder. */
final class Trivy implements UseCase {
  /** A gigabyte at 1 MB/s, for each one who may be before us. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(2);

  private final TrivyRequest request;
  private final Machine machine;
  private final Watch watch;
  private final Abort abort;

  Trivy(TrivyRequest request, Machine machine) {
    this.request = request;
    this.machine = machine;
    this.abort = new Abort();
    this.watch = Watch.patient(abort);
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return new Telling(events, machine.clock(), abort).tell(began -> provide(events, began));
  }

  /** Quick is what asks nobody. */
  @Override
  public Answer answer(EventLog events) {
    boolean quick =
        request.dryRun()
            || request.databases().stream().allMatch(each -> provision(each, events).isFresh());
    return quick
        ? new Answer.Done(run(events))
        : new Answer.Work("trivy " + names(), request.cache().toString(), false);
  }

  @Override
  public void abort() {
    abort.request();
  }

  private void provide(EventLog events, Instant began) throws UseCaseException {
    events.publish(
        new Event.DatabasesStarted(
            request.label(),
            request.databases().stream().map(wanted -> wanted.database().words()).toList(),
            request.cache().toString(),
            request.dryRun(),
            machine.version()));
    List<String> environment = List.of();
    if (request.dryRun()) {
      request.databases().forEach(wanted -> plan(wanted, events));
    } else {
      Path locks = request.cache().resolve("ai-image").resolve("flights");
      Flight flight = new Flight(locks, machine, events, abort, began.plus(LONGEST_WAIT));
      for (TrivyRequest.Wanted wanted : request.databases()) {
        provision(wanted, events).run(flight);
      }
      environment = finish();
    }
    Duration took = Duration.between(began, machine.clock().instant());
    events.publish(new Event.DatabasesSucceeded(environment, took));
  }

  private Provision provision(TrivyRequest.Wanted wanted, EventLog events) {
    Downloads downloads = new Downloads(machine, events, watch);
    return new Provision(wanted, request, downloads, events, machine.clock(), abort);
  }

  private List<String> finish() throws UseCaseException {
    List<String> environment = Variables.of(request);
    if (request.envFile().isPresent()) {
      try {
        Variables.write(request.envFile().get(), environment);
      } catch (IOException e) {
        throw UseCaseException.input(
            request.envFile().get() + " cannot be written: " + e.getMessage() + ".");
      }
    }
    return environment;
  }

  private void plan(TrivyRequest.Wanted wanted, EventLog events) {
    Place place = new Place(request.cache(), wanted.database());
    String way =
        provision(wanted, events).isFresh()
            ? "fresh: nothing to do"
            : "would ask " + sources(wanted);
    events.publish(
        new Event.DatabasePlanned(wanted.database().words(), place.content().toString(), way));
  }

  private static String sources(TrivyRequest.Wanted wanted) {
    String mirror = wanted.mirror().map(source -> source + ", ").orElse("");
    return mirror
        + wanted.sources().stream().map(Source::toString).collect(Collectors.joining(", "));
  }

  private String names() {
    return request.databases().stream()
        .map(wanted -> wanted.database().words())
        .collect(Collectors.joining(" "));
  }
}
