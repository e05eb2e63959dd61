package io.jenkins.plugins.aiimage.smoke;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineChoice;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.SmokeTest;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.SmokeEvent;
import io.jenkins.plugins.aiimage.smoke.SmokeRequest.NamedTest;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.ImageTests;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.Telling;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs tests in an image that the local engine has: all of them, also behind one that fails. */
public final class Smoke implements UseCase {
  private final SmokeRequest request;
  private final Machine machine;
  private final Clock clock;
  private final Abort abort = new Abort();

  /** Tests once. */
  public Smoke(SmokeRequest request, Machine machine) {
    this.request = request;
    this.machine = machine;
    this.clock = machine.clock();
  }

  @Override
  public Optional<Problem> run(EventLog events) {
    return new Telling(events, clock, abort).tell(began -> test(events, began));
  }

  /** A test may take as long as it likes. */
  @Override
  public Answer answer(EventLog events) {
    return new Answer.Work("smoke " + request, request.image(), false);
  }

  @Override
  public void abort() {
    abort.request();
  }

  private void test(EventLog events, Instant began) throws UseCaseException, EngineException {
    events.publish(new SmokeEvent.SmokeStarted(request.image(), machine.version()));
    EngineChoice choice = new EngineChoice(request.builder(), request.network(), Set.of());
    // The builder's engine knows how podman and buildah can run something on this machine.
    Engine engine = machine.engines(abort).chosen(choice).builder().engine();
    Engine.LocalImage image =
        engine
            .image(request.image())
            .orElseThrow(
                () ->
                    UseCaseException.input(
                        "The engine has no image "
                            + request.image()
                            + ": build or pull it first, or choose another engine."));
    events.publish(new SmokeEvent.SmokeImageFound(image.id(), image.bytes()));
    // By its id: a name would be pulled where somebody takes it away meanwhile.
    Scores scores = new Scores(events);
    size(image.bytes()).ifPresent(scores::add);
    for (NamedTest test : request.tests()) {
      scores.add(run(new ImageTests(engine, image.id()), test));
      if (abort.requested()) {
        throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
      }
    }
    scores.end(Duration.between(began, clock.instant()));
  }

  private Optional<SmokeEvent.SmokeTested> size(long bytes) {
    return request
        .maxBytes()
        .map(
            limit ->
                new SmokeEvent.SmokeTested(
                    Scores.SIZE,
                    bytes <= limit,
                    Optional.empty(),
                    ImageTests.excess(bytes, limit),
                    List.of(),
                    Duration.ZERO));
  }

  private SmokeEvent.SmokeTested run(ImageTests image, NamedTest test) throws EngineException {
    Instant began = clock.instant();
    SmokeTest.Outcome outcome =
        image.run(new SmokeTest(test.commandLine(), request.network(), request.timeout()));
    return new SmokeEvent.SmokeTested(
        test.name(),
        outcome.passed(),
        outcome.exitCode(),
        outcome.passed() ? Optional.empty() : Optional.of(outcome.words()),
        outcome.passed() ? List.of() : outcome.lastLines(),
        Duration.between(began, clock.instant()));
  }
}
