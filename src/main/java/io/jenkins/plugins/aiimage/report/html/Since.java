package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Change;
import io.jenkins.plugins.aiimage.report.Changes;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.util.List;
import java.util.Optional;

/**
 * What changed since an earlier run of the same image.
 *
 * @param run by what its readers find that one again
 * @param more how many changes there were besides these
 */
public record Since(String run, List<Change> changes, int more) {
  public Since {
    changes = List.copyOf(changes);
  }

  /** Empty where both had the same key, and for a run that does not know what its key was. */
  static Optional<Since> of(NamedRun before, RunReport report) {
    return before.report().image().recipe().key().equals(report.image().recipe().key())
        ? Optional.empty()
        : Optional.of(new Since(before.name(), Changes.between(before.report(), report), 0));
  }
}
