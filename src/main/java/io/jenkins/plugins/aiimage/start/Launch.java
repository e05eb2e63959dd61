package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.ContainerState;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import io.jenkins.plugins.aiimage.start.compose.Service;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts services in the order of a plan, and looks at them until they are as they should be. */
final class Launch {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final int LINES = 40;

  private final StartRequest request;
  private final Crew crew;
  private final Measurements measurements;
  private final EventLog events;
  private final Clock clock;
  private final Abort abort;
  private final Instant end;

  private final Set<String> ending;
  private final Map<String, Instant> started = new LinkedHashMap<>();
  private final Set<String> ready = new HashSet<>();

  /**
   * @param end when the whole run must be over
   */
  Launch(
      StartRequest request,
      Crew crew,
      Measurements measurements,
      EventLog events,
      Clock clock,
      Abort abort,
      Instant end) {
    this.request = request;
    this.crew = crew;
    this.measurements = measurements;
    this.events = events;
    this.clock = clock;
    this.abort = abort;
    this.end = end;
    this.ending = new HashSet<>(request.plan().ending());
  }

  /** Starts all stages, and waits until every service is ready. */
  void all() throws UseCaseException, EngineException {
    Set<String> enoughToRun = request.plan().enoughToRun();
    List<List<Service>> stages = request.plan().stages();
    for (int stage = 0; stage < stages.size(); stage++) {
      Set<String> awaited = new HashSet<>();
      for (Service service : stages.get(stage)) {
        start(service, stage + 1);
        awaited.add(service.name());
      }
      awaited.removeAll(enoughToRun);
      await(awaited, request.startTimeout());
    }
    await(Set.copyOf(started.keySet()), request.startTimeout());
  }

  /** Starts a service that is a test, and waits for its end. */
  void test(Service service, Duration timeout) throws UseCaseException, EngineException {
    ending.add(service.name());
    start(service, request.plan().stages().size() + 1);
    await(Set.of(service.name()), timeout);
  }

  /** Looks once whether all still are as they should be. */
  void check() throws UseCaseException, EngineException {
    look(Duration.ofDays(1));
  }

  private void start(Service service, int stage) throws UseCaseException, EngineException {
    String name = service.name();
    endIfAsked();
    started.put(name, clock.instant());
    events.publish(new ServiceEvent.ServiceStarted(name, request.container(name)));
    Optional<String> complaint = crew.start(service, stage);
    if (complaint.isPresent()) {
      endIfAsked();
      throw failed(name, "it cannot be started: " + complaint.get(), Optional.empty());
    }
    measurements.add(name, request.container(name));
  }

  private void await(Set<String> services, Duration timeout)
      throws UseCaseException, EngineException {
    Duration pause = FIRST_PAUSE;
    look(timeout);
    while (!ready.containsAll(services)) {
      pause(pause);
      pause = pause.multipliedBy(6).dividedBy(5);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      look(timeout);
    }
  }

  private void pause(Duration time) throws UseCaseException {
    try {
      boolean unused = abort.await(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abort.request();
    }
    endIfAsked();
  }

  private void endIfAsked() throws UseCaseException {
    if (abort.requested()) {
      throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
    }
    if (clock.instant().isAfter(end)) {
      throw new UseCaseException(
          Problem.TOTAL_TIME,
          "The time for the whole run was over; services that were not ready: " + unready() + ".");
    }
  }

  private String unready() {
    List<String> names = new ArrayList<>(started.keySet());
    names.removeAll(ready);
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private void look(Duration timeout) throws UseCaseException, EngineException {
    Map<String, ContainerState> states = crew.states(List.copyOf(started.keySet()));
    endIfAsked();
    for (Map.Entry<String, Instant> service : started.entrySet()) {
      String name = service.getKey();
      ContainerState state = states.get(name);
      if (state == null) {
        throw failed(name, "somebody has removed its container", Optional.empty());
      }
      Duration running = Duration.between(service.getValue(), clock.instant());
      Readiness readiness = Readiness.of(state, ending.contains(name), running);
      if (readiness instanceof Readiness.Failed failure) {
        throw failed(name, failure.message(), Optional.of(state));
      }
      if (ready.contains(name)) {
        continue;
      }
      if (readiness instanceof Readiness.Ready now) {
        ready.add(name);
        events.publish(
            new ServiceEvent.ServiceReady(name, now.result(), running, Addresses.words(state)));
      } else if (running.compareTo(timeout) > 0) {
        String words = ((Readiness.Waiting) readiness).words();
        throw failed(
            name,
            words + " after " + Durations.words(timeout) + ", which is its time-out",
            Optional.of(state));
      }
    }
  }

  private UseCaseException failed(String name, String message, Optional<ContainerState> state)
      throws EngineException {
    List<String> waiting =
        request.plan().waitingFor(name).stream().filter(one -> !started.containsKey(one)).toList();
    events.publish(
        new ServiceEvent.ServiceFailed(
            name,
            message,
            state.filter(ContainerState::hasEnded).map(ContainerState::exitCode),
            state.filter(ContainerState::outOfMemory).isPresent(),
            waiting,
            crew.lastLines(name, LINES),
            Duration.between(started.get(name), clock.instant())));
    boolean test = request.plan().tests().stream().anyMatch(one -> one.name().equals(name));
    return test
        ? new UseCaseException(
            Problem.SERVICE_TEST, "The test " + name + " failed: " + message + ".")
        : new UseCaseException(
            Problem.SERVICE_FAILED, "The service " + name + " is not ready: " + message + ".");
  }

  /** Where the services are, each {@code NAME=value}. */
  List<String> environment() throws EngineException {
    List<String> all = new ArrayList<>();
    all.add("AI_IMAGE_SERVICES=" + request.run());
    all.add("AI_IMAGE_SERVICES_NETWORK=" + request.network());
    crew.states(List.copyOf(started.keySet()))
        .forEach((service, state) -> all.addAll(Addresses.variables(service, state)));
    return all;
  }
}
