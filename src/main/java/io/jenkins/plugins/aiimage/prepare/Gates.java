package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a new image must pass before it gets its key and its tags. */
record Gates(Engine engine, EventLog events, Clock clock, PrepareRequest request) {

  void check(String imageId) throws UseCaseException, EngineException {
    Optional<Long> limit = request.publication().maxBytes();
    if (limit.isPresent()) {
      size(imageId, limit.get());
    }
    for (String commandLine : request.publication().smokeTests()) {
      smoke(imageId, commandLine);
    }
  }

  private void size(String imageId, long limit) throws UseCaseException, EngineException {
    Instant began = clock.instant();
    long bytes = engine.image(imageId).map(Engine.LocalImage::bytes).orElse(0L);
    if (bytes > limit) {
      throw new UseCaseException(
          Problem.TOO_LARGE,
          "The image has "
              + bytes
              + " bytes where the maximal size allows "
              + limit
              + "; nothing was published.");
    }
    passed("size: " + bytes + " of " + limit + " bytes", began);
  }

  private void smoke(String imageId, String commandLine) throws UseCaseException, EngineException {
    Instant began = clock.instant();
    Optional<String> failure =
        engine.smokeTest(imageId, commandLine, request.build().standard().timeout());
    if (failure.isPresent()) {
      throw new UseCaseException(
          Problem.SMOKE_TEST,
          "The smoke test \"" + commandLine + "\" failed with " + failure.get());
    }
    passed("smoke test: " + commandLine, began);
  }

  private void passed(String gate, Instant began) {
    events.publish(new Event.GatePassed(gate, Duration.between(began, clock.instant())));
  }
}
