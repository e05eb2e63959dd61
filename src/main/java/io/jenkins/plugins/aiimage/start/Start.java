package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.Containers;
import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineChoice;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.build.engine.Resources;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import io.jenkins.plugins.aiimage.start.compose.Service;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts services stage by stage, tests them, and stops them unless they are to go on. */
final class Start implements UseCase {
  private final StartRequest request;
  private final Machine machine;
  private final Clock clock;
  private final Abort abort = new Abort();

  Start(StartRequest request, Machine machine) {
    this.request = request;
    this.machine = machine;
    this.clock = machine.clock();
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return new Telling(events, clock, abort).tell(began -> start(events, began));
  }

  /** Services are started for whoever asked, and for nobody else. */
  @Override
  public Answer answer(EventLog events) {
    return new Answer.Work("start " + request.run(), request.compose().project(), false);
  }

  @Override
  public void abort() {
    abort.request();
  }

  private void start(EventLog events, Instant began) throws UseCaseException, EngineException {
    tellWhatIsPlanned(events);
    Engines engines = machine.engines(abort);
    Containers containers = engines.containers();
    Optional<Integer> cpus = room(containers, events);
    if (request.dryRun()) {
      succeed(events, began, List.of());
      return;
    }
    new Leftovers(containers).remove(began, events);
    if (!containers.labelled(Labels.RUN + "=" + request.run(), List.of()).isEmpty()) {
      throw UseCaseException.input(
          "The run " + request.run() + " is there already: stop it first, or choose another name.");
    }
    images(engines, events);
    Instant end = began.plus(request.totalTimeout());
    List<String> environment = List.of();
    boolean goesOn = false;
    try (Measurements measurements = new Measurements(containers.unabortable())) {
      measurements.begin();
      try (Crew crew = Crew.in(containers, request, cpus, labels(end))) {
        Launch launch = new Launch(request, crew, measurements, events, clock, abort, end);
        launch.all();
        new Tests(request, launch, containers, events, clock, end).run();
        environment = request.keep().isPresent() ? launch.environment() : List.of();
        goesOn = request.keep().isPresent();
      } finally {
        measurements.look();
        measurements.tell(events);
        if (!goesOn) {
          stop(containers, events);
        }
      }
    }
    succeed(events, began, environment);
  }

  private void tellWhatIsPlanned(EventLog events) {
    events.publish(
        new ServiceEvent.ServicesStarted(
            request.label(),
            request.file(),
            request.compose().project(),
            request.run(),
            request.dryRun(),
            request.keep().isPresent(),
            machine.version()));
    List<ServiceEvent.PlannedService> services = new ArrayList<>();
    for (int stage = 0; stage < request.plan().stages().size(); stage++) {
      for (Service service : request.plan().stages().get(stage)) {
        services.add(planned(service, stage + 1));
      }
    }
    request.plan().tests().forEach(service -> services.add(planned(service, 0)));
    events.publish(new ServiceEvent.ServicesPlanned(services, request.compose().ignored()));
    if (!request.compose().unset().isEmpty()) {
      events.publish(
          new Event.Warned(
              "Nobody has set the variables "
                  + String.join(", ", request.compose().unset())
                  + ": nothing stands in their place."));
    }
  }

  private static ServiceEvent.PlannedService planned(Service service, int stage) {
    return new ServiceEvent.PlannedService(
        service.name(),
        stage,
        service.image(),
        service.limits().memory(),
        service.limits().milliCpus());
  }

  /** How many CPUs the engine's machine has, if it says so. */
  private Optional<Integer> room(Containers containers, EventLog events)
      throws UseCaseException, EngineException {
    Resources capacity = containers.capacity();
    if (capacity.isNone()) {
      return Optional.empty();
    }
    List<String> problems = new Budget(request.plan(), capacity).problems();
    for (String problem : problems) {
      if (!request.overcommit()) {
        throw new UseCaseException(
            Problem.NO_ROOM,
            problem + ". Lower the limits, start fewer services, or allow it by overcommit.");
      }
      events.publish(new Event.Warned(problem + "."));
    }
    return Optional.of((int) (capacity.milliCpus() / 1000));
  }

  private void images(Engines engines, EventLog events) throws UseCaseException, EngineException {
    Engine engine = engines.chosen(new EngineChoice("docker", Optional.empty(), Set.of())).engine();
    Set<String> names = new LinkedHashSet<>();
    request.plan().services().forEach(service -> names.add(service.image()));
    request.plan().tests().forEach(service -> names.add(service.image()));
    for (String name : names) {
      boolean there = engine.image(name).isPresent();
      if (request.pull().equals("always") || (!there && request.pull().equals("missing"))) {
        Instant began = clock.instant();
        events.publish(new TransferEvent.PullStarted(name, name));
        Optional<String> complaint = engine.pull(name, request.totalTimeout());
        if (complaint.isPresent()) {
          throw failed("The image " + name + " cannot be fetched: " + complaint.get());
        }
        events.publish(
            new TransferEvent.PullDone(name, name, Duration.between(began, clock.instant())));
      } else if (!there) {
        throw failed(
            "The engine has no image " + name + "; prepare it first, or choose pull: missing.");
      }
    }
  }

  private static UseCaseException failed(String message) {
    return new UseCaseException(Problem.SERVICE_FAILED, message);
  }

  private Labels labels(Instant end) {
    return request
        .keep()
        .map(time -> Labels.kept(request.run(), clock.instant().plus(time)))
        .orElseGet(() -> Labels.ownedHere(request.run(), end.plus(Duration.ofHours(1))));
  }

  private void stop(Containers containers, EventLog events) throws EngineException {
    Instant began = clock.instant();
    Gone gone = new Teardown(containers, abort).of(request.run());
    gone.tell(events, Duration.between(began, clock.instant()));
  }

  private void succeed(EventLog events, Instant began, List<String> environment) {
    Optional<String> stopping =
        environment.isEmpty() || request.named()
            ? Optional.empty()
            : Optional.of("ai-image stop --run " + request.run());
    Duration took = Duration.between(began, clock.instant());
    events.publish(new ServiceEvent.ServicesSucceeded(environment, stopping, took));
  }
}
