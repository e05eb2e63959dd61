package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import java.util.Optional;

/** One thing to do, with all that was asked for: each is run once. */
public interface UseCase {
  /**
   * Does it, and tells of it. The last event is an {@link
   * io.jenkins.plugins.aiimage.report.Event.End}.
   *
   * @return empty if it succeeded
   */
  Optional<Problem> run(EventLog events);

  /**
   * Does it if that is quick, for a caller that leaves long work to another process. Where there is
   * work, nothing was changed.
   */
  Answer answer(EventLog events);

  /** Ends the run, from another thread: what it started is stopped, and its story ends. */
  void abort();
}
