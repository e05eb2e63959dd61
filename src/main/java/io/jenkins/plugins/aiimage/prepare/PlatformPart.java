package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.cache.RegistryCache;
import io.jenkins.plugins.aiimage.registry.ImageIndex;
import io.jenkins.plugins.aiimage.registry.Platform;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** One platform's image, prepared as if it were asked for alone. */
record PlatformPart(String name, OneImage image, ReadRecipe recipe) {

  Platform platform() {
    return Platform.parse(name).orElseThrow();
  }

  PlatformEvents events(EventLog whole) {
    return new PlatformEvents(name, recipe, whole);
  }

  /** What a run would be. */
  CacheResult expected(EventLog whole, Clock clock) throws EngineException, RegistryException {
    EventLog events = events(whole).log(clock);
    return image.expected(events, image.look(events, recipe));
  }

  /** Whether it has to be built, as far as is known now. */
  boolean isMissing(EventLog whole, Clock clock) throws EngineException, RegistryException {
    Lookup.Found found = image.look(events(whole).log(clock), recipe);
    return found.digest().isEmpty() && found.elsewhere().isEmpty();
  }

  /**
   * Finds it or builds it; a failure names the platform.
   *
   * @return empty if the recipe changed while another run had its turn
   */
  Optional<Event.RunSucceeded> make(EventLog whole, Clock clock, Instant began)
      throws UseCaseException, EngineException, RegistryException {
    EventLog events = events(whole).log(clock);
    try {
      return image.make(events, image.look(events, recipe), began);
    } catch (UseCaseException e) {
      throw new UseCaseException(e.problem(), name + ": " + e.getMessage());
    }
  }

  /** What was made, as a part of the index; an image for another platform is none. */
  ImageIndex.Entry entry(Event.RunSucceeded made, RegistryCache cache)
      throws UseCaseException, RegistryException {
    if (!made.published()) {
      throw new UseCaseException(
          Problem.REGISTRY_UNAVAILABLE,
          name
              + ": its image did not get to the registry, so there is nothing to join; the next run"
              + " goes on from what did.");
    }
    ImageIndex.Entry own = ImageIndex.entry(cache.images(), made.digest());
    Platform actual = own.platform().completedBy(platform());
    if (!actual.isSameAs(platform())) {
      throw new UseCaseException(
          Problem.BUILD_FAILED,
          name
              + ": the image is one for "
              + own.platform()
              + " by its own configuration; check which platform the Dockerfile's FROM names, or"
              + " force a new build.");
    }
    return new ImageIndex.Entry(actual, own.manifest());
  }
}
