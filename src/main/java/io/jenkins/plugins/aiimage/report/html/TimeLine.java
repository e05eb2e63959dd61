package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.RunReport.AttemptReport;
import io.jenkins.plugins.aiimage.report.RunReport.PhaseReport;
import io.jenkins.plugins.aiimage.report.RunReport.PhaseResult;
import io.jenkins.plugins.aiimage.report.RunReport.PushReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rows and bars of a run's time line, in seconds since it began. */
record TimeLine(double total, List<Row> rows) {

  enum Kind {
    BUILT("built"),
    FAILED("failed"),
    UNFINISHED("not finished"),
    PUSHED("pushed");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  record Bar(Kind kind, double start, double end, String title) {}

  /**
   * @param thin for what goes on beside the phases
   */
  record Row(String name, String note, boolean thin, List<Bar> bars) {}

  static TimeLine of(RunReport report) {
    double total = seconds(report.duration());
    List<Row> rows = new ArrayList<>();
    List<PushReport> others = new ArrayList<>(report.pushes());
    for (PhaseReport phase : report.phases()) {
      rows.add(new Row(phase.name(), note(phase), false, bars(phase, total)));
      for (PushReport push : report.pushes()) {
        if (push.subject().equals(phase.name()) && others.remove(push)) {
          rows.add(row(push));
        }
      }
    }
    others.forEach(push -> rows.add(row(push)));
    for (Row row : rows) {
      for (Bar bar : row.bars()) {
        total = Math.max(total, bar.end());
      }
    }
    return new TimeLine(total, rows);
  }

  boolean isEmpty() {
    return rows.stream().allMatch(row -> row.bars().isEmpty());
  }

  private static String note(PhaseReport phase) {
    if (phase.attempts() == 0) {
      return Outcome.of(phase);
    }
    String time = Outcome.isUnfinished(phase) ? "not finished" : Durations.words(phase.duration());
    int failed = phase.failures().size();
    return failed == 0 ? time : time + ", " + failed + " failed";
  }

  private static List<Bar> bars(PhaseReport phase, double now) {
    List<Bar> bars = new ArrayList<>();
    double start = seconds(phase.start());
    double end = start + seconds(phase.duration());
    for (AttemptReport failure : phase.failures()) {
      double began = seconds(failure.start());
      start = began + seconds(failure.duration());
      bars.add(new Bar(Kind.FAILED, began, start, title(phase, failure)));
    }
    String name = Html.cut(phase.name(), Html.NAME);
    if (phase.cache() == PhaseResult.BUILT) {
      // Nobody is told when the last attempt began, so its bar begins where the one before ends.
      String last = phase.failures().isEmpty() ? "" : ", attempt " + phase.attempts();
      bars.add(new Bar(Kind.BUILT, start, Math.max(start, end), name + last + ": built"));
    } else if (phase.cache() == PhaseResult.FAILED && bars.isEmpty()) {
      bars.add(new Bar(Kind.FAILED, start, end, name + ": failed"));
    } else if (Outcome.isUnfinished(phase)) {
      bars.add(new Bar(Kind.UNFINISHED, start, Math.max(start, now), name + ": not finished"));
    }
    return bars;
  }

  private static String title(PhaseReport phase, AttemptReport failure) {
    return Html.cut(phase.name(), Html.NAME)
        + ", attempt "
        + failure.attempt()
        + ": "
        + failure.cause().words()
        + " after "
        + Durations.words(failure.duration());
  }

  private static Row row(PushReport push) {
    double start = seconds(push.start());
    Kind kind = push.error().isEmpty() ? Kind.PUSHED : Kind.FAILED;
    String took = Durations.words(push.duration()) + (kind == Kind.FAILED ? ", failed" : "");
    String name = "↑ push of " + push.subject();
    double end = start + seconds(push.duration());
    return new Row(
        name,
        took,
        true,
        List.of(new Bar(kind, start, end, Html.cut(name, Html.NAME) + ": " + took)));
  }

  /** Never less than zero, so that nothing is drawn outside. */
  static double seconds(Duration duration) {
    return Math.max(0, duration.getSeconds() + duration.getNano() / 1e9);
  }
}
