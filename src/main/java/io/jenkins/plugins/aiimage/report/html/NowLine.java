package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Current;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a run did when it was last heard of. */
record NowLine(Html html, Words words) {
  /** A silence that is worth a word, as in the log. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  void write(RunReport report) {
    if (report.current().isPresent()) {
      html.open("div", "class", "now").open("p").element("strong", words.of("now")).text(" ");
      writePlain(report);
      html.close();
    }
  }

  /** A sentence, the end of the element around it, and how far it is. */
  void writePlain(RunReport report) {
    Current current = report.current().orElseThrow();
    Duration elapsed = Duration.between(current.since(), report.started().plus(report.duration()));
    html.text(String.join("; ", parts(current, elapsed)));
    if (current.doing().isPresent()) {
      html.text("; ").brief(current.doing().get(), Html.REFERENCE);
    }
    html.close();
    progress(current, elapsed);
  }

  private List<String> parts(Current current, Duration elapsed) {
    List<String> parts = new ArrayList<>();
    parts.add(name(current, words));
    parts.add(words.of("now.sofar", words.duration(elapsed)));
    current
        .expected()
        .ifPresent(usual -> parts.add(words.of("now.expected", words.duration(usual))));
    if (current.silence().compareTo(SILENCE) >= 0) {
      String silence = words.duration(current.silence());
      parts.add(words.of("now.silent", silence, words.duration(current.silenceLimit())));
    }
    return parts;
  }

  static String name(Current current, Words words) {
    String name = Html.cut(current.subject(), Html.NAME);
    return current.total() > 0
        ? words.of("now.phase", name, current.number(), current.total())
        : name;
  }

  /** By the time it usually takes, or else by the phases that are done; nobody knows of others. */
  private void progress(Current current, Duration elapsed) {
    String label = name(current, words);
    long usual = current.expected().map(Duration::toMillis).orElse(0L);
    if (usual > 0) {
      bar(Math.max(0, Math.min(usual, elapsed.toMillis())), usual, label);
    } else if (current.total() > 0) {
      bar(Math.max(0, current.number() - 1), current.total(), label);
    } else {
      html.open("progress", "aria-label", label).close();
    }
  }

  private void bar(long value, long max, String label) {
    html.open(
            "progress",
            "value",
            Long.toString(value),
            "max",
            Long.toString(max),
            "aria-label",
            label)
        .close();
  }
}
