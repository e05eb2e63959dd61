package io.jenkins.plugins.aiimage.trivy;

import java.io.IOException;
import java.nio.file.Path;

/** How whoever asked for a database gets it. */
@FunctionalInterface
interface Delivery {
  /** Where Trivy keeps it itself. */
  Delivery IN_PLACE = Place::content;

  /** Where its receiver finds a database that is in place. */
  Path path(Place place);

  /** Takes it there. */
  default void deliver(Place place) throws IOException {}

  /**
   * An artifact was fetched and found good.
   *
   * @return whether its file is still needed
   */
  default boolean fetched(Database database, Artifact artifact) {
    return false;
  }
}
