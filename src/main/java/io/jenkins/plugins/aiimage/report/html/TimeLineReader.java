package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.AttemptReport;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.PushReport;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.Waits.Wait;
import io.jenkins.plugins.aiimage.report.html.TimeLine.Bar;
import io.jenkins.plugins.aiimage.report.html.TimeLine.Kind;
import io.jenkins.plugins.aiimage.report.html.TimeLine.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes rows and bars of a report. */
record TimeLineReader(Words words) {
  TimeLine read(RunReport report) {
    double total = TimeLine.seconds(report.duration());
    List<Row> rows = new ArrayList<>();
    report.waits().total().ifPresent(waited -> rows.add(waiting(report, waited)));
    List<PushReport> others = new ArrayList<>(report.image().pushes());
    for (PhaseReport phase : report.image().phases()) {
      rows.add(new Row(phase.name(), note(phase), false, bars(phase, total)));
      for (PushReport push : report.image().pushes()) {
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

  /** Reports of older versions do not tell when a wait began: it was before the first phase. */
  private Row waiting(RunReport report, Duration waited) {
    String name = words.of("waited");
    List<Bar> bars = new ArrayList<>();
    for (Wait wait : report.waits().each()) {
      double start = TimeLine.seconds(wait.start());
      bars.add(bar(Kind.WAITED, start, start + TimeLine.seconds(wait.duration()), name));
    }
    if (bars.isEmpty()) {
      bars.add(bar(Kind.WAITED, 0, TimeLine.seconds(waited), name));
    }
    return new Row(words.of("row.waited", name), words.duration(waited), true, bars);
  }

  private String note(PhaseReport phase) {
    if (phase.attempts() == 0 || Outcome.isUnfinished(phase)) {
      return words.of(Outcome.of(phase));
    }
    String time = words.duration(phase.duration());
    int failed = phase.failures().size();
    return failed == 0 ? time : words.of("note.failed", time, failed);
  }

  private List<Bar> bars(PhaseReport phase, double now) {
    List<Bar> bars = new ArrayList<>();
    double start = TimeLine.seconds(phase.start());
    double end = start + TimeLine.seconds(phase.duration());
    String name = Html.cut(phase.name(), Html.NAME);
    for (AttemptReport failure : phase.failures()) {
      double began = TimeLine.seconds(failure.start());
      if (!bars.isEmpty() && began > start) {
        bars.add(bar(Kind.PAUSE, start, began, name));
      }
      start = began + TimeLine.seconds(failure.duration());
      bars.add(failed(name, failure, began, start));
    }
    if (phase.cache() == PhaseResult.BUILT) {
      // Nobody is told when the last attempt began, so its bar begins where the one before ends.
      String last =
          phase.failures().isEmpty() ? name : words.of("bar.attempt", name, phase.attempts());
      bars.add(bar(Kind.BUILT, start, Math.max(start, end), last));
    } else if (phase.cache() == PhaseResult.FAILED && bars.isEmpty()) {
      bars.add(bar(Kind.FAILED, start, end, name));
    } else if (Outcome.isUnfinished(phase)) {
      bars.add(bar(Kind.UNFINISHED, start, Math.max(start, now), name));
    }
    return bars;
  }

  private Bar failed(String phase, AttemptReport failure, double began, double end) {
    return new Bar(
        failure.cause() == Cause.STALLED ? Kind.STALLED : Kind.FAILED,
        began,
        end,
        words.of("bar.attempt", phase, failure.attempt()),
        words.of(failure.cause()),
        words.duration(failure.duration()));
  }

  private Bar bar(Kind kind, double start, double end, String what) {
    String took = words.duration(Duration.ofMillis(Math.round(1000 * (end - start))));
    return new Bar(kind, start, end, what, words.of("kind." + kind), took);
  }

  private Row row(PushReport push) {
    double start = TimeLine.seconds(push.start());
    Kind kind = push.error().isEmpty() ? Kind.PUSHED : Kind.FAILED;
    String took = words.duration(push.duration());
    String name = words.of("row.push", push.subject());
    double end = start + TimeLine.seconds(push.duration());
    Bar bar = bar(kind, start, end, Html.cut(name, Html.NAME));
    String note = kind == Kind.FAILED ? words.of("note.pushFailed", took) : took;
    return new Row(name, note, true, List.of(bar));
  }
}
