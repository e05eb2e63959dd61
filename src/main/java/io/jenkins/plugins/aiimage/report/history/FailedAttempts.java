package io.jenkins.plugins.aiimage.report.history;

import io.jenkins.plugins.aiimage.report.Cause;
import java.util.Optional;

/**
 * Attempts of one run that failed for the same reason.
 *
 * @param index host of the package index that they named last, with its port if it has one
 * @param count at least 1
 */
public record FailedAttempts(Cause cause, Optional<String> index, int count) {
  public FailedAttempts {
    index = index.map(Limits::name);
    count = Math.max(1, count);
  }
}
