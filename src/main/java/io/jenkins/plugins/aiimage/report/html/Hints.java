package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.AttemptReport;
import java.util.Optional;

/** What a person can do about a failed attempt. */
@FunctionalInterface
public interface Hints {
  /** As the run told it, in the language of its machine. */
  Hints AS_TOLD = AttemptReport::hint;

  /** Empty where nothing is known. */
  Optional<String> of(AttemptReport attempt);
}
