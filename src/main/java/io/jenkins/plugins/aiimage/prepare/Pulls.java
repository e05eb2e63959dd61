package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.cache.EngineCache;
import io.jenkins.plugins.aiimage.cache.EnginePull;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.prepare.PrepareRequest.Pull;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.util.Optional;

/** Brings an image that was found in a registry to this machine's engine, where that is wished. */
final class Pulls {
  private Pulls() {}

  /**
   * Brings it.
   *
   * @param cache the one that has it
   * @param repository what it is called by in the engine, with the tags
   */
  static void ensure(
      PrepareRequest request,
      ChosenEngine chosen,
      ImageCache cache,
      String digest,
      String repository,
      EventLog events,
      Clock clock)
      throws EngineException, UseCaseException {
    Pull wish = request.publication().pull();
    if (wish == Pull.NEVER || cache instanceof EngineCache) {
      return;
    }
    Engine engine = chosen.engine();
    String reference = cache.reference(digest);
    if (wish == Pull.ALWAYS || engine.image(reference).isEmpty()) {
      Optional<String> failure =
          new EnginePull(engine, events, clock)
              .pull("image", reference, request.build().totalTimeout());
      if (failure.isPresent()) {
        throw new UseCaseException(
            Problem.REGISTRY_UNAVAILABLE,
            "The engine could not pull " + reference + ": " + failure.get());
      }
    }
    for (String tag : request.destination().tags()) {
      engine.tag(reference, repository + ":" + tag);
    }
  }
}
