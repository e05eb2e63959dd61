package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.cache.EngineCache;
import io.jenkins.plugins.aiimage.cache.ImageCache;
import io.jenkins.plugins.aiimage.cache.ImageTransfer;
import io.jenkins.plugins.aiimage.cache.KnownImages;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.registry.ImageCopy;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import io.jenkins.plugins.aiimage.usecase.RegistryProblems;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Ends a run whose image was found: it gets its tags, and comes to where it is wanted. */
record Hits(
    PrepareRequest request,
    ChosenEngine chosen,
    StateFolder state,
    EventLog events,
    Clock clock,
    Instant began) {

  /** Of an image that is where it belongs, or stays where it is. */
  Event.RunSucceeded end(Lookup.Found found)
      throws EngineException, RegistryException, UseCaseException {
    if (found.digest().isPresent()) {
      String digest = found.digest().get();
      events.publish(found.told(digest));
      boolean tagged = tag(found, digest);
      return end(
          found,
          CacheResult.HIT,
          found.cache(),
          digest,
          tagged && found.cache() instanceof RegistryCache);
    } else {
      FurtherCaches.Elsewhere there = found.elsewhere().orElseThrow();
      tell(found);
      if (request.publication().push() && !found.recipe().partial()) {
        String words = there.cache().words() + ", and there without the tags.";
        events.publish(new Event.Warned("The image is only in " + words));
      }
      return end(found, CacheResult.HIT, there.cache(), there.digest(), false);
    }
  }

  /** Of an image that a further registry has and the first one shall have. */
  Event.RunSucceeded copy(Lookup.Found found, BooleanSupplier over)
      throws EngineException, RegistryException, UseCaseException {
    FurtherCaches.Elsewhere there = found.elsewhere().orElseThrow();
    RegistryCache to = (RegistryCache) found.cache();
    ReadRecipe recipe = found.recipe();
    String keyTag = recipe.tag();
    try {
      Manifest image = there.cache().images().get(there.digest());
      ImageCopy.Copied unused =
          new ImageTransfer(events, clock, over)
              .copy("image", there.cache().images(), image, to.images(), to.tagged(keyTag));
      to.images().put(keyTag, image);
    } catch (RegistryException e) {
      if (request.publication().requireRegistry()) {
        throw new UseCaseException(
            RegistryProblems.of(e),
            "The image is in "
                + there.cache().words()
                + " and did not get to "
                + to.words()
                + ": "
                + e.getMessage());
      }
      return end(found);
    }
    new KnownImages(state).remember(to, recipe.key(), there.digest());
    tell(found);
    boolean tagged = tag(found, there.digest());
    return end(found, CacheResult.HIT, to, there.digest(), tagged);
  }

  /**
   * Of an image whose last phase is where it belongs and has no gate to pass: it gets its key. No
   * layer moves.
   *
   * @return empty if there is more to do
   */
  Optional<Event.RunSucceeded> complete(Lookup.Found found, BuildPlan plan, PhaseSources sources)
      throws EngineException, UseCaseException {
    ReadRecipe recipe = found.recipe();
    ImageCache cache = found.cache();
    boolean writes = request.publication().push() || cache instanceof EngineCache;
    if (!plan.toBuild().isEmpty()
        || recipe.partial()
        || request.publication().isGated()
        || !writes
        || !cache.equals(sources.of(recipe.last()))) {
      return Optional.empty();
    }
    try {
      String last = recipe.tag(recipe.last());
      String digest = cache.find(List.of(last)).get(last);
      if (digest == null) {
        return Optional.empty();
      }
      cache.tag(digest, recipe.tag());
      new KnownImages(state).remember(cache, recipe.key(), digest);
      boolean published = tag(found, digest) && cache instanceof RegistryCache;
      return Optional.of(end(found, CacheResult.RESUMED, cache, digest, published));
    } catch (RegistryException e) {
      // The way through the engine tells of it, and has the image there at least.
      return Optional.empty();
    }
  }

  /** Says which further registry has the image. */
  void tell(Lookup.Found found) {
    FurtherCaches.Elsewhere there = found.elsewhere().orElseThrow();
    events.publish(
        new PrepareEvent.FoundElsewhere(there.cache().words(), List.of(found.recipe().subject())));
    events.publish(found.told(there.digest()));
  }

  /** Whether it has all its tags; without them it is still there by its digest. */
  private boolean tag(Lookup.Found found, String digest) throws EngineException, RegistryException {
    try {
      point(request, events, found.cache(), digest, found.tags());
      return true;
    } catch (RegistryException e) {
      new RegistryTrouble(request, events).warn(e, "The image is there, but not by all its tags.");
      return false;
    }
  }

  /**
   * Points the tags that are asked for at what was found.
   *
   * @param there what they point at now
   */
  static void point(
      PrepareRequest request,
      EventLog events,
      ImageCache cache,
      String digest,
      Map<String, String> there)
      throws EngineException, RegistryException {
    for (String tag : request.destination().tags()) {
      boolean right = digest.equals(there.get(tag));
      if (!right) {
        cache.tag(digest, tag);
      }
      events.publish(new TransferEvent.Tagged(cache.tagged(tag), !right));
    }
  }

  private Event.RunSucceeded end(
      Lookup.Found found, CacheResult result, ImageCache cache, String digest, boolean published)
      throws EngineException, UseCaseException {
    Pulls.ensure(request, chosen, cache, digest, found.cache().repository(), events, clock);
    ReadRecipe recipe = found.recipe();
    List<Phase> phases = recipe.partial() ? List.of(recipe.goal()) : recipe.phases();
    List<String> keys = phases.stream().map(recipe::key).toList();
    return new Event.RunSucceeded(
        result,
        digest,
        cache.reference(digest),
        published,
        since(began),
        new History(state).total(keys));
  }

  private Duration since(Instant time) {
    return Duration.between(time, clock.instant());
  }
}
