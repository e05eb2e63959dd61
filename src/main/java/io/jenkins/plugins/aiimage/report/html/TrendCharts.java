package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import io.jenkins.plugins.aiimage.report.html.ColumnChart.Column;
import io.jenkins.plugins.aiimage.report.html.ColumnChart.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The drawings of a trend: time by phase, result, time saved, size. */
final class TrendCharts {
  private static final int TALL = 150;
  private static final int SMALL = 56;
  private static final int STRIP = 12;

  private final Html html;
  private final Words words;
  private final Trend trend;

  TrendCharts(Html html, Words words, Trend trend) {
    this.html = html;
    this.words = words;
    this.trend = trend;
  }

  void write() {
    html.open("div", "class", "charts");
    durations();
    html.open("div");
    results();
    figure(
        "chart.saved",
        run -> trend.history().saved(run).map(TimeLine::seconds),
        seconds -> words.duration(Duration.ofMillis(Math.round(1000 * seconds))),
        max -> Scale.ofSeconds(max, words));
    figure(
        "chart.size",
        run -> trend.history().bytes(run).map(Long::doubleValue),
        bytes -> words.size(Math.round(bytes)),
        max -> Scale.ofBytes(max, words));
    html.close().close();
  }

  private void durations() {
    List<Column> columns = new ArrayList<>();
    double max = 0;
    for (HistoryEntry run : trend.shown()) {
      List<Duration> times = trend.times(run);
      List<Part> parts = new ArrayList<>();
      StringBuilder title = new StringBuilder(title(run, words.duration(run.duration())));
      double sum = 0;
      for (int i = 0; i < times.size(); i++) {
        if (!times.get(i).isZero()) {
          double seconds = TimeLine.seconds(times.get(i));
          parts.add(new Part(paint(i), seconds));
          title.append("; ").append(name(i)).append(' ').append(words.duration(times.get(i)));
          sum += seconds;
        }
      }
      columns.add(new Column(title.toString(), parts));
      max = Math.max(max, sum);
    }
    begin("chart.duration");
    new ColumnChart(html, words)
        .draw(words.of("chart.duration"), columns, Scale.ofSeconds(max, words), TALL);
    ends();
    Legend legend = new Legend(html).open();
    for (int i = 0; i < trend.phases().size() + (trend.others() ? 1 : 0); i++) {
      legend.item(paint(i).attributes(), 10, name(i));
    }
    legend.close();
    html.close();
  }

  private Paint paint(int phase) {
    return phase < trend.phases().size() ? Paint.phase(phase) : Paint.OTHER;
  }

  private String name(int phase) {
    return phase < trend.phases().size()
        ? Html.cut(trend.phases().get(phase), Html.NAME)
        : words.of("otherPhases");
  }

  /** The more had to be done, the taller: for those who do not tell the colours apart. */
  private static double weight(RunResult result) {
    return switch (result) {
      case HIT -> 0.3;
      case RESUMED -> 0.6;
      case BUILT -> 0.8;
      case FAILED -> 1;
    };
  }

  private void results() {
    List<Column> columns = new ArrayList<>();
    for (HistoryEntry run : trend.shown()) {
      Part part = new Part(Paint.of(run.result()), weight(run.result()));
      columns.add(new Column(title(run, words.of("result." + run.result())), List.of(part)));
    }
    begin("chart.result");
    new ColumnChart(html, words)
        .draw(words.of("chart.result"), columns, new Scale(1, List.of()), STRIP);
    Legend legend = new Legend(html).open();
    for (RunResult result : RunResult.values()) {
      if (trend.shown().stream().anyMatch(run -> run.result() == result)) {
        int height = (int) Math.round(10 * weight(result));
        legend.item(Paint.of(result).attributes(), height, words.of("result." + result));
      }
    }
    legend.close();
    html.close();
  }

  private void figure(
      String key,
      Function<HistoryEntry, Optional<Double>> value,
      Function<Double, String> inWords,
      Function<Double, Scale> scale) {
    List<Column> columns = new ArrayList<>();
    double max = 0;
    for (HistoryEntry run : trend.shown()) {
      Optional<Double> known = value.apply(run);
      List<Part> parts = known.map(number -> new Part(Paint.PLAIN, number)).stream().toList();
      columns.add(new Column(title(run, known.map(inWords).orElse("–")), parts));
      max = Math.max(max, known.orElse(0.0));
    }
    if (max > 0) {
      begin(key);
      new ColumnChart(html, words).draw(words.of(key), columns, scale.apply(max), SMALL);
      html.close();
    }
  }

  private void begin(String key) {
    html.open("figure").open("figcaption").element("h3", words.of(key)).close();
  }

  /** Which run is at the left, which at the right. */
  private void ends() {
    HistoryEntry first = trend.shown().get(0);
    HistoryEntry last = trend.shown().get(trend.shown().size() - 1);
    html.open("p", "class", "ends").element("span", end(first)).text(" → ");
    html.element("span", end(last)).close();
  }

  private String end(HistoryEntry run) {
    return Html.cut(run.run(), 24) + ", " + words.time(run.when());
  }

  private String title(HistoryEntry run, String value) {
    return words.of("chart.point", Html.cut(run.run(), Html.NAME), value);
  }
}
