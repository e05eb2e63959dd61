package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.report.Installed;
import io.jenkins.plugins.aiimage.report.Problem;
import java.util.List;

/** How a phase ended after all its attempts. */
public sealed interface PhaseOutcome {
  /**
   * The phase's image is in the engine.
   *
   * @param imageId {@code sha256:…}
   * @param installed packages, as the tools that installed them said it
   * @param installedCount how many there were; more than are listed if they were too many
   */
  record Built(String imageId, List<Installed> installed, int installedCount)
      implements PhaseOutcome {
    public Built {
      installed = List.copyOf(installed);
    }
  }

  /** The phase was given up; the message is one sentence. */
  record Failed(Problem problem, String message) implements PhaseOutcome {}
}
