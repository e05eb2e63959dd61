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
    if (attempt.subject().isPresent()) {
      html.open("p", "class", "soft").text("About: ");
      html.brief(attempt.subject().get(), Html.PARAGRAPH).close();
    }
    if (attempt.instruction().isPresent()) {
      html.open("p", "class", "soft").text("At work: ");
      html.brief(attempt.instruction().get(), Html.PARAGRAPH).close();
    }
    if (attempt.hint().isPresent()) {
      html.open("p", "class", "hint").element("strong", "What to do: ");
      html.brief(attempt.hint().get(), Html.PARAGRAPH).close();
    }
    lastLines(html, phase, attempt);
    lines(html, "Where it hung", attempt.hangingAt(), false);
    html.close();
  }

  /** Those of the last attempt are what people come for, unless the phase was mended. */
  private static void lastLines(Html html, PhaseReport phase, AttemptReport attempt) {
    boolean decisive = attempt.attempt() == phase.attempts();
    lines(html, "Last lines of its output", attempt.lastLines(), decisive);
  }

  private static void lines(Html html, String title, List<String> lines, boolean open) {
    if (lines.isEmpty()) {
      return;
    }
    html.open("details", open ? new String[] {"open", ""} : new String[0]);
    html.element("summary", title + " (" + lines.size() + ")");
    html.open("pre", "tabindex", "0", "aria-label", title);
    for (String line : lines) {
      html.brief(line, Html.PARAGRAPH).markup("\n");
    }
    html.close().close();
  }
}
