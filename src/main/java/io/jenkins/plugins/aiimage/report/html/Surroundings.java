package io.jenkins.plugins.aiimage.report.html;

import java.util.List;
import java.util.Optional;

/**
 * What a page knows of a run besides its report.
 *
 * @param running whether it still goes on
 * @param since empty where no earlier run is known
 */
public record Surroundings(boolean running, Optional<Since> since, List<Link> links, Hints hints) {
  /** Nothing. */
  public static final Surroundings NONE =
      new Surroundings(false, Optional.empty(), List.of(), Hints.AS_TOLD);

  public Surroundings {
    links = List.copyOf(links);
  }
}
