package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.SmokeTest;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.ImageTests;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a new image must pass before it gets its key and its tags. */
record Gates(Engine engine, EventLog events, Clock clock, PrepareRequest request) {

  void check(String imageId) throws UseCaseException, EngineException {
    ImageTests image = new ImageTests(engine, imageId);
    Optional<Long> limit = request.publication().maxBytes();
    if (limit.isPresent()) {
      size(image, limit.get());
    }
    for (String commandLine : request.publication().smokeTests()) {
      smoke(image, commandLine);
    }
  }

  private void size(ImageTests image, long limit) throws UseCaseException, EngineException {
    Instant began = clock.instant();
    long bytes = image.bytes();
    Optional<String> excess = ImageTests.excess(bytes, limit);
    if (excess.isPresent()) {
      throw new UseCaseException(Problem.TOO_LARGE, excess.get() + "; nothing was published.");
    }
    passed("size: " + bytes + " of " + limit + " bytes", began);
  }

  private void smoke(ImageTests image, String commandLine)
      throws UseCaseException, EngineException {
    Instant began = clock.instant();
    SmokeTest.Outcome outcome =
        image.run(
            new SmokeTest(commandLine, Optional.empty(), request.build().standard().timeout()));
    if (!outcome.passed()) {
      throw new UseCaseException(
          Problem.SMOKE_TEST, ImageTests.failure(commandLine, outcome.words()));
    }
    passed("smoke test: " + commandLine, began);
  }

  private void passed(String gate, Instant began) {
    events.publish(new PrepareEvent.GatePassed(gate, Duration.between(began, clock.instant())));
  }
}
