package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.RunReport.AttemptReport;
import io.jenkins.plugins.aiimage.report.RunReport.PhaseReport;
import java.util.List;

/** What a person needs to know of an attempt that failed. */
final class FailedAttempt {
  private FailedAttempt() {}

  static void write(Html html, PhaseReport phase, AttemptReport attempt) {
    html.open("article", "class", "attempt").open("h4").brief(phase.name(), Html.NAME);
    html.text(", attempt " + attempt.attempt() + ": " + attempt.cause().words());
    html.text(" after " + Durations.words(attempt.duration())).close();
    html.open("p", "class", "message").brief(attempt.message(), Html.PARAGRAPH);
    attempt
        .exitCode()
        .ifPresent(code -> html.element("span", " Exit code " + code + ".", "class", "soft"));
    html.close();
    if (attempt.hint().isPresent()) {
      html.open("p", "class", "hint").element("strong", "What to do: ");
      html.brief(attempt.hint().get(), Html.PARAGRAPH).close();
    }
    lastLines(html, phase, attempt);
    html.close();
  }

  /** Those of the last attempt are what people come for, unless the phase was mended. */
  private static void lastLines(Html html, PhaseReport phase, AttemptReport attempt) {
    List<String> lines = attempt.lastLines();
    if (lines.isEmpty()) {
      return;
    }
    boolean decisive = attempt.attempt() == phase.attempts();
    html.open("details", decisive ? new String[] {"open", ""} : new String[0]);
    html.element("summary", "Last lines of its output (" + lines.size() + ")");
    html.open("pre", "tabindex", "0", "aria-label", "Last lines of the output");
    for (String line : lines) {
      html.brief(line, Html.PARAGRAPH).markup("\n");
    }
    html.close().close();
  }
}
