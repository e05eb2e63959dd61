package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.KnownImages;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.util.List;
import java.util.Optional;

/** Gives what a run made its key and its tags, where it belongs; an image has passed the gates. */
record Publishing(
    PrepareRequest request, Engine engine, StateFolder state, EventLog events, Abort abort) {

  /** Where the image is in the end. */
  record Result(String digest, String reference, boolean published) {}

  /**
   * Publishes. What does not get to its registry stays in the engine, with a warning.
   *
   * @param pushes empty if nothing is to be pushed
   */
  Result publish(Lookup.Found found, String imageId, Optional<PhasePushes> pushes)
      throws EngineException, RegistryException, UseCaseException {
    ReadRecipe recipe = found.recipe();
    ImageCache cache = found.cache();
    String keyTag = CacheTags.of(recipe.goalKey());
    engine.tag(imageId, cache.tagged(keyTag));
    for (String tag : request.destination().tags()) {
      engine.tag(imageId, cache.tagged(tag));
    }
    if (pushes.isPresent()) {
      Optional<Result> published =
          pushes.get().finish(recipe.subject(), imageId, cache.tagged(keyTag))
              ? point(recipe, keyTag, cache)
              : missing(recipe, cache);
      if (published.isPresent()) {
        return published.get();
      }
    }
    return new Result(imageId, imageId, false);
  }

  /** The image by the digest that the registry gave it; empty if that is not to be had. */
  private Optional<Result> point(ReadRecipe recipe, String keyTag, ImageCache cache)
      throws EngineException, RegistryException, UseCaseException {
    try {
      String digest = cache.find(List.of(keyTag)).get(keyTag);
      if (digest == null) {
        return missing(recipe, cache);
      }
      new KnownImages(state).remember(cache, recipe.goalKey(), digest);
      for (String tag : request.destination().tags()) {
        cache.tag(digest, tag);
        events.publish(new TransferEvent.Tagged(cache.tagged(tag), true));
      }
      return Optional.of(new Result(digest, cache.reference(digest), true));
    } catch (RegistryException e) {
      new RegistryTrouble(request, events)
          .warn(e, "The image was pushed and did not get all its tags; it is in this engine, too.");
      return Optional.empty();
    }
  }

  private Optional<Result> missing(ReadRecipe recipe, ImageCache cache) throws UseCaseException {
    if (request.publication().requireRegistry() && !abort.requested()) {
      throw new UseCaseException(
          Problem.REGISTRY_UNAVAILABLE,
          name(recipe)
              + " is in this engine and did not get to the "
              + cache.words()
              + ": run again when that is mended; nothing is built twice.");
    }
    String words = name(recipe) + " is in this engine, but not in the " + cache.words() + ".";
    events.publish(new Event.Warned(words));
    return Optional.empty();
  }

  private static String name(ReadRecipe recipe) {
    return recipe.partial() ? "The image of phase " + recipe.goal().name() : "The image";
  }
}
