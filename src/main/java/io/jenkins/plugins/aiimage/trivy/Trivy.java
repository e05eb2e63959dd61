package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.DatabaseEvent;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Flight;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
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
  private final Optional<Export> export;

  Trivy(TrivyRequest request, Machine machine) {
    this.request = request;
    this.machine = machine;
    this.abort = new Abort();
    this.watch = Watch.patient(abort);
    this.export = request.export().map(Export::new);
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
            || (isLinked()
                && request.databases().stream()
                    .allMatch(each -> provision(each, events).isReady()));
    return quick
        ? new Answer.Done(run(events))
        : new Answer.Work("trivy " + names(), request.cache().toString(), false);
  }

  /** Whether a view needs no copying. */
  private boolean isLinked() {
    if (request.view().isEmpty()) {
      return true;
    }
    try {
      return Files.getFileStore(existing(request.view().get()))
          .equals(Files.getFileStore(existing(request.cache())));
    } catch (IOException e) {
      return false;
    }
  }

  private static Path existing(Path path) {
    Path at = path;
    while (at.getParent() != null && !Files.exists(at)) {
      at = at.getParent();
    }
    return at;
  }

  @Override
  public void abort() {
    abort.request();
  }

  private void provide(EventLog events, Instant began) throws UseCaseException {
    events.publish(
        new DatabaseEvent.DatabasesStarted(
            request.label(),
            request.databases().stream().map(wanted -> wanted.database().words()).toList(),
            request.export().orElse(request.cache()).toString(),
            request.dryRun(),
            machine.version()));
    List<String> environment = List.of();
    if (request.dryRun()) {
      request.databases().forEach(wanted -> plan(wanted, events));
    } else {
      beginExport();
      Path locks = request.cache().resolve("ai-image").resolve("flights");
      Flight flight = new Flight(locks, machine, events, abort, began.plus(LONGEST_WAIT));
      try {
        for (TrivyRequest.Wanted wanted : request.databases()) {
          provision(wanted, events).run(flight);
        }
      } catch (UseCaseException e) {
        export.ifPresent(Export::abandon);
        throw e;
      }
      environment = export.isPresent() ? List.of() : finish();
      finishExport(events);
    }
    Duration took = Duration.between(began, machine.clock().instant());
    events.publish(new DatabaseEvent.DatabasesSucceeded(environment, took));
  }

  private void beginExport() throws UseCaseException {
    if (export.isPresent()) {
      try {
        export.get().begin();
      } catch (IOException e) {
        throw cannotWrite(request.export().get(), e);
      }
    }
  }

  private void finishExport(EventLog events) throws UseCaseException {
    if (export.isPresent()) {
      try {
        Path file = request.export().get();
        events.publish(new DatabaseEvent.DatabasesExported(file.toString(), export.get().finish()));
      } catch (IOException e) {
        throw cannotWrite(request.export().get(), e);
      }
    }
  }

  private static UseCaseException cannotWrite(Path file, IOException e) {
    return UseCaseException.input(file + " cannot be written: " + e.getMessage() + ".");
  }

  private Provision provision(TrivyRequest.Wanted wanted, EventLog events) {
    Downloads downloads = new Downloads(machine, events, watch);
    return new Provision(wanted, request, delivery(), downloads, events, machine.clock(), abort);
  }

  private Delivery delivery() {
    if (export.isPresent()) {
      return export.get();
    }
    return request.view().isPresent() ? new View(request.view().get()) : Delivery.IN_PLACE;
  }

  private List<String> finish() throws UseCaseException {
    List<String> environment = Variables.of(request);
    if (request.envFile().isPresent()) {
      try {
        Variables.write(request.envFile().get(), environment);
      } catch (IOException e) {
        throw cannotWrite(request.envFile().get(), e);
      }
    }
    return environment;
  }

  private void plan(TrivyRequest.Wanted wanted, EventLog events) {
    Place place = new Place(request.cache(), wanted.database());
    String way =
        export.isEmpty() && provision(wanted, events).isReady()
            ? "fresh: nothing to do"
            : "would ask " + sources(wanted);
    events.publish(
        new DatabaseEvent.DatabasePlanned(
            wanted.database().words(), delivery().path(place).toString(), way));
  }

  private String sources(TrivyRequest.Wanted wanted) {
    boolean asked = wanted.mirror().isPresent() && request.archive().isEmpty();
    String mirror = asked ? wanted.mirror().get() + ", " : "";
    return mirror
        + request.origins(wanted).stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private String names() {
    return request.databases().stream()
        .map(wanted -> wanted.database().words())
        .collect(Collectors.joining(" "));
  }
}
