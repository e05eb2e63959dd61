package io.jenkins.plugins.aiimage.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The upright axis of a chart: from nothing to the largest value, with a few round lines. */
record Scale(double max, List<Line> lines) {
  private static final int MOST_LINES = 3;

  record Line(double value, String label) {}

  /** Of durations in seconds. */
  static Scale ofSeconds(double max, Words words) {
    List<Line> lines = new ArrayList<>();
    for (Axis.Tick tick : Axis.ticks(max, words)) {
      lines.add(new Line(tick.seconds(), tick.label()));
    }
    lines.remove(0);
    while (lines.size() > MOST_LINES) {
      lines = everySecond(lines);
    }
    return new Scale(max, lines);
  }

  static Scale ofBytes(double max, Words words) {
    return ofRound(max, value -> words.size(Math.round(value)));
  }

  private static Scale ofRound(double max, DoubleFunction<String> label) {
    double step = Math.pow(10, Math.floor(Math.log10(Math.max(1, max))));
    if (max / step > MOST_LINES) {
      step *= max / step > 2 * MOST_LINES ? 5 : 2;
    }
    List<Line> lines = new ArrayList<>();
    for (double value = step; value <= max; value += step) {
      lines.add(new Line(value, label.apply(value)));
    }
    return new Scale(max, lines);
  }

  private static List<Line> everySecond(List<Line> lines) {
    List<Line> kept = new ArrayList<>();
    for (int i = 1; i < lines.size(); i += 2) {
      kept.add(lines.get(i));
    }
    return kept;
  }

  /** The part of the whole height, from 0 to 1. */
  double part(double value) {
    return max <= 0 ? 0 : Math.min(1, value / max);
  }
}
