package io.jenkins.plugins.aiimage.report.history;

import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import java.time.Duration;

/**
 * What a phase took in one run.
 *
 * @param duration zero for one that was not run
 */
public record PhaseTime(String name, PhaseResult result, Duration duration) {
  public PhaseTime {
    name = Limits.name(name);
    duration = Limits.duration(duration);
  }

  static PhaseTime of(PhaseReport phase) {
    return new PhaseTime(phase.name(), phase.cache(), phase.duration());
  }

  /** Whether it came from the cache, or was not asked for because a later one did. */
  public boolean isCached() {
    return result == PhaseResult.HIT || result == PhaseResult.SKIPPED;
  }
}
