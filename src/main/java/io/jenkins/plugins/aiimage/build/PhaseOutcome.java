package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.report.Problem;

/** How a phase ended after all its attempts. */
public sealed interface PhaseOutcome {
  /**
   * The phase's image is in the engine.
   *
   * @param imageId {@code sha256:…}
   */
  record Built(String imageId) implements PhaseOutcome {}

  /** The phase was given up; the message is one sentence. */
  record Failed(Problem problem, String message) implements PhaseOutcome {}
}
