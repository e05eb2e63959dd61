package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.Containers;
import io.jenkins.plugins.aiimage.build.engine.Containers.Labelled;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stops and removes the services of runs that were left running, and what runs left that are gone.
 */
final class Stop implements UseCase {
  private final List<String> runs;
  private final Machine machine;
  private final Abort abort = new Abort();

  Stop(List<String> runs, Machine machine) {
    this.runs = List.copyOf(runs);
    this.machine = machine;
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return new Telling(events, machine.clock(), abort).tell(began -> stop(events, began));
  }

  @Override
  public Answer answer(EventLog events) {
    String all = String.join(" ", runs);
    return new Answer.Work("stop " + all, all, false);
  }

  @Override
  public void abort() {
    abort.request();
  }

  private void stop(EventLog events, Instant began) throws EngineException {
    events.publish(new ServiceEvent.StopStarted(runs, machine.version()));
    Containers containers = machine.engines(abort).containers();
    measure(containers, events);
    Gone gone = Gone.nothing();
    for (String run : runs) {
      gone = gone.and(new Teardown(containers, abort).of(run));
    }
    new Leftovers(containers).remove(began, events);
    Duration took = Duration.between(began, machine.clock().instant());
    gone.tell(events, took);
    events.publish(new ServiceEvent.ServicesSucceeded(List.of(), Optional.empty(), took));
  }

  private void measure(Containers containers, EventLog events) throws EngineException {
    try (Measurements measurements = new Measurements(containers.unabortable())) {
      for (String run : runs) {
        for (Labelled one : containers.labelled(Labels.RUN + "=" + run, Labels.ALL)) {
          measurements.add(one.labels().get(Labels.SERVICE), one.name());
        }
      }
      measurements.look();
      measurements.tell(events);
    }
  }
}
