package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.cache.EngineCache;
import io.jenkins.plugins.aiimage.usecase.FlightHolder;
import io.jenkins.plugins.aiimage.usecase.Machine;

/** What two runs must not make at once: an image by its key, and the place where it will be. */
final class FlightName {
  private FlightName() {}

  /** An engine is one machine's own; a user's state folder may be on several. */
  static String of(Lookup.Found found, Machine machine) throws EngineException {
    String image = "image " + found.cache().repository() + " " + found.recipe().goalKey();
    return found.cache() instanceof EngineCache engine
        ? String.join(
            " ",
            image,
            FlightHolder.host(machine.environment()),
            engine.chosen().engine().words(),
            machine.environment().getOrDefault("DOCKER_HOST", ""))
        : image;
  }
}
