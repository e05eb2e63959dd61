package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.RunReport.Current;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a run did when it was last heard of. */
record NowLine(Html html, Words words) {
  /** A silence that is worth a word, as in the log. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  void write(RunReport report) {
    report.current().ifPresent(current -> write(report, current));
  }

  private void write(RunReport report, Current current) {
    String name = Html.cut(current.subject(), Html.NAME);
    List<String> parts = new ArrayList<>();
    parts.add(
        current.total() > 0
            ? words.of("now.phase", name, current.number(), current.total())
            : name);
    Duration elapsed = Duration.between(current.since(), report.started().plus(report.duration()));
    parts.add(words.of("now.sofar", words.duration(elapsed)));
    current
        .expected()
        .ifPresent(usual -> parts.add(words.of("now.expected", words.duration(usual))));
    if (current.silence().compareTo(SILENCE) >= 0) {
      String silence = words.duration(current.silence());
      parts.add(words.of("now.silent", silence, words.duration(current.silenceLimit())));
    }
    html.open("p", "class", "now").element("strong", words.of("now"));
    html.text(" " + String.join("; ", parts));
    if (current.doing().isPresent()) {
      html.text("; ").brief(current.doing().get(), Html.REFERENCE);
    }
    html.close();
  }
}
