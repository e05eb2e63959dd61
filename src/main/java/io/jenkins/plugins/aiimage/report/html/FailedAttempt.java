package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.AttemptReport;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import java.util.List;
import java.util.Optional;

/** What a person needs to know of an attempt that failed. */
record FailedAttempt(Html html, Words words, Hints hints) {
  void write(PhaseReport phase, AttemptReport attempt) {
    html.open("article", "class", "attempt").open("h4").brief(phase.name(), Html.NAME);
    String took = words.duration(attempt.duration());
    html.text(words.of("attempt.heading", attempt.attempt(), words.of(attempt.cause()), took));
    html.close();
    html.open("p", "class", "message").brief(attempt.message(), Html.PARAGRAPH);
    attempt
        .exitCode()
        .ifPresent(
            code -> html.text(" ").element("span", words.of("exitCode", code), "class", "soft"));
    html.close();
    if (attempt.subject().isPresent()) {
      html.open("p", "class", "soft").text(words.of("about") + " ");
      html.brief(attempt.subject().get(), Html.PARAGRAPH).close();
    }
    if (attempt.instruction().isPresent()) {
      html.open("p", "class", "soft").text(words.of("atWork") + " ");
      html.brief(attempt.instruction().get(), Html.PARAGRAPH).close();
    }
    Optional<String> hint = hints.of(attempt);
    if (hint.isPresent()) {
      html.open("p", "class", "hint").element("strong", words.of("whatToDo")).text(" ");
      html.brief(hint.get(), Html.PARAGRAPH).close();
    }
    lastLines(phase, attempt);
    lines("hung", attempt.hangingAt(), false);
    html.close();
  }

  /** Those of the last attempt are what people come for, unless the phase was mended. */
  private void lastLines(PhaseReport phase, AttemptReport attempt) {
    boolean decisive = attempt.attempt() == phase.attempts();
    lines("lastLines", attempt.lastLines(), decisive);
  }

  private void lines(String key, List<String> lines, boolean open) {
    if (lines.isEmpty()) {
      return;
    }
    String title = words.of(key, lines.size());
    html.open("details", open ? new String[] {"open", ""} : new String[0]);
    html.element("summary", title);
    html.open("pre", "tabindex", "0", "aria-label", title);
    for (String line : lines) {
      html.brief(line, Html.PARAGRAPH).markup("\n");
    }
    html.close().close();
  }
}
