package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineChoice;
import io.jenkins.plugins.aiimage.build.engine.EngineDisk;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.report.CleanEvent;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes old images of this program from a registry, or from the local engine. */
public final class Clean implements UseCase {
  private final CleanRequest request;
  private final Machine machine;
  private final Clock clock;
  private final Abort abort = new Abort();

  /** Cleans once. */
  public Clean(CleanRequest request, Machine machine) {
    this.request = request;
    this.machine = machine;
    this.clock = machine.clock();
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return new Telling(events, clock, abort).tell(began -> clean(events, began));
  }

  /** There is always something to look at. */
  @Override
  public Answer answer(EventLog events) {
    return new Answer.Work(
        "clean " + where() + " " + request.retention(),
        String.join(", ", repositories()),
        request.registry().isPresent());
  }

  @Override
  public void abort() {
    abort.request();
  }

  private void clean(EventLog events, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    events.publish(
        new CleanEvent.CleanStarted(
            repositories(),
            where(),
            request.dryRun(),
            request.retention().olderThan(),
            request.retention().keep(),
            machine.version()));
    Tally tally = new Tally(events, request.dryRun());
    if (request.registry().isPresent()) {
      registry(request.registry().get(), began, tally);
    } else {
      engine(began, tally);
      if (request.images().isEmpty()) {
        notes(began, tally); // They are of no repository.
      }
    }
    tally.end(Duration.between(began, clock.instant()));
  }

  private void registry(RegistryHost host, Instant now, Tally tally)
      throws RegistryException, UseCaseException {
    Registry registry = machine.registry(host);
    for (String image : request.images()) {
      new RegistryCleaning(registry, request.retention(), now, tally, abort)
          .clean(image, request.dryRun());
    }
  }

  private void engine(Instant now, Tally tally) throws EngineException, UseCaseException {
    Engines engines = machine.engines(abort);
    if (!request.dryRun()) {
      new AbandonedBuilds(machine.state().root()).stop(engines);
    }
    EngineChoice choice = new EngineChoice(request.builder(), Optional.empty(), Set.of());
    Engine engine = engines.chosen(choice).engine();
    EngineDisk disk = EngineDisk.of(engine);
    if (request.untilFree().isPresent() && disk.free().isEmpty()) {
      throw UseCaseException.input(
          "The engine's disk is none of this machine, and what it has free is not known: say how"
              + " old images must be to go, and not how much room they are to leave.");
    }
    new EngineCleaning(engine, disk, request.retention(), request.untilFree(), now, tally, abort)
        .clean(request.images(), request.dryRun());
  }

  private void notes(Instant now, Tally tally) {
    List<Path> old =
        new OldNotes(machine.state().root()).before(now.minus(request.retention().olderThan()));
    tally.notes(request.dryRun() ? old.size() : OldNotes.remove(old));
  }

  private String where() {
    return request.registry().map(host -> "registry " + host.name()).orElse("local engine");
  }

  /** With their registry, if there is one. */
  private List<String> repositories() {
    String prefix = request.registry().map(host -> host.name() + "/").orElse("");
    return request.images().stream().map(prefix::concat).toList();
  }
}
