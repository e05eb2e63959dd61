package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport;
import java.time.Duration;
import java.util.List;

/** The rows and bars of a run's time line, in seconds since it began. */
record TimeLine(double total, List<Row> rows) {

  enum Kind {
    BUILT,
    FAILED,
    STALLED,
    PAUSE,
    WAITED,
    UNFINISHED,
    PUSHED
  }

  /**
   * @param what with the number of the attempt, where there was more than one
   * @param became what it ended as, in words
   */
  record Bar(Kind kind, double start, double end, String what, String became, String took) {}

  /**
   * @param thin for what goes on beside the phases
   */
  record Row(String name, String note, boolean thin, List<Bar> bars) {}

  static TimeLine of(RunReport report, Words words) {
    return new TimeLineReader(words).read(report);
  }

  boolean isEmpty() {
    return rows.stream().allMatch(row -> row.bars().isEmpty());
  }

  /** Never less than zero, so that nothing is drawn outside. */
  static double seconds(Duration duration) {
    return Math.max(0, duration.getSeconds() + duration.getNano() / 1e9);
  }
}
