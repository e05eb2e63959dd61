package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import io.jenkins.plugins.aiimage.report.history.Summary;
import java.time.Duration;
import java.util.List;

/**
 * What the runs of images come to together.
 *
 * @param hits how many runs found the image
 * @param images how many gave one
 */
record Totals(int runs, int hits, int images, Duration saved) {
  static Totals of(List<ImageHistory> histories) {
    int runs = 0;
    int hits = 0;
    int failed = 0;
    Duration saved = Duration.ZERO;
    for (ImageHistory history : histories) {
      Summary summary = Summary.of(history);
      runs += summary.runs();
      hits += summary.results().get(RunResult.HIT);
      failed += summary.results().get(RunResult.FAILED);
      saved = saved.plus(summary.saved());
    }
    return new Totals(runs, hits, runs - failed, saved);
  }

  void write(Html html, Words words) {
    html.open("dl", "class", "figures");
    fact(html, words.of("totalSaved"), saved.isZero() ? "–" : words.duration(saved));
    fact(html, words.of("hitRate"), rate(words));
    fact(html, words.of("runs"), String.valueOf(runs));
    html.close();
  }

  /** {@code 83 % (50/60)}. */
  String rate(Words words) {
    return images == 0
        ? "–"
        : words.percent((double) hits / images) + " (" + hits + "/" + images + ")";
  }

  private static void fact(Html html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }
}
