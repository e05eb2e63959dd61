package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.build.failure.SignTable;
import io.jenkins.plugins.aiimage.report.AttemptReport;
import io.jenkins.plugins.aiimage.report.html.Hints;
import java.util.Locale;
import java.util.Optional;

/** Hints in the language of a reader: a run tells them in that of its machine. */
record LocalHints(Locale locale) implements Hints {
  @Override
  public Optional<String> of(AttemptReport attempt) {
    return attempt
        .sign()
        .filter(id -> SignTable.of(id).isPresent())
        .map(id -> io.jenkins.plugins.aiimage.build.failure.Hints.of(id, locale))
        .or(attempt::hint);
  }
}
