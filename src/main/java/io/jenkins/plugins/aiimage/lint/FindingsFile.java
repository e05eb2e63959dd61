package io.jenkins.plugins.aiimage.lint;

import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.LintEvent;
import io.jenkins.plugins.aiimage.usecase.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that gets what was found.
 *
 * @param format one of {@link FindingsDocument#FORMATS}
 */
record FindingsFile(Path path, String format) {
  /** What was found is told anyway: a file that cannot be written does not fail the run. */
  void write(List<LintEvent.Finding> findings, String version, EventLog events) {
    try {
      new WholeFile(path).write(new FindingsDocument(format, version, findings).text());
    } catch (IOException e) {
      events.publish(new Event.Warned(path + " cannot be written: " + e.getMessage() + "."));
    }
  }
}
