package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import java.util.Optional;

/** Where more is to be read of a run: an anchor of the page, the page of a build. */
@FunctionalInterface
public interface RunLinks {
  RunLinks NONE = entry -> Optional.empty();

  /** An address relative to the page; empty if there is nothing more. */
  Optional<String> to(HistoryEntry entry);
}
