package io.jenkins.plugins.aiimage.start;

import java.util.List;
import java.util.Optional;

/**
 * A test of the services.
 *
 * @param words as it was asked for
 * @param service in whose container it runs, or which is the test
 * @param command line for the shell of the container; empty if the service itself is the test
 */
record Trial(String words, String service, Optional<String> command) {

  /** Names of the services that are tests. */
  static List<String> services(List<Trial> trials) {
    return trials.stream().filter(trial -> trial.command().isEmpty()).map(Trial::service).toList();
  }
}
