package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.lint.FindingsDocument;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventListener;
import io.jenkins.plugins.aiimage.report.LintEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code --format} asks for on standard output: all of it when the run has looked at
 * everything, and nothing before.
 */
final class Findings implements EventListener {
  private static final String TEXT = FindingsDocument.FORMATS.get(0);

  private final String format;
  private final PrintStream out;
  private final List<LintEvent.Finding> findings = new ArrayList<>();
  private String version = "";

  Findings(Arguments arguments, PrintStream out) {
    this.format = format(arguments);
    this.out = out;
  }

  /** Whether standard output gets a document, so that the log has to go elsewhere. */
  static boolean onOutput(Arguments arguments) {
    return !format(arguments).equals(TEXT) && arguments.values("output").isEmpty();
  }

  private static String format(Arguments arguments) {
    List<String> given = arguments.values("format");
    return given.isEmpty() ? TEXT : given.get(0);
  }

  @Override
  public void on(Entry entry) {
    Event event = entry.event();
    if (event instanceof LintEvent.LintStarted started) {
      version = started.version();
    } else if (event instanceof LintEvent.Finding finding) {
      findings.add(finding);
    } else if (event instanceof LintEvent.LintSucceeded
        || (event instanceof Event.RunFailed failed && failed.problem() == Problem.FINDINGS)) {
      out.print(new FindingsDocument(format, version, findings).text());
      out.flush();
    }
  }
}
