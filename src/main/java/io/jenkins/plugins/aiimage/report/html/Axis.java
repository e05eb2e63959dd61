package io.jenkins.plugins.aiimage.report.html;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Where a time axis has its ticks: at round numbers, as few as a telephone has room for. */
final class Axis {
  private static final int MOST_TICKS = 6;
  private static final double DAY = 86_400;
  private static final double[] STEPS = {
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 180, 300,
    600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, DAY
  };

  private Axis() {}

  /** A place on the axis, in seconds, and what is written there. */
  record Tick(double seconds, String label) {}

  static List<Tick> ticks(double total, Words words) {
    double step = step(total);
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i * step <= total && i <= MOST_TICKS; i++) {
      ticks.add(new Tick(i * step, i == 0 ? "0" : label(i, step, words)));
    }
    return ticks;
  }

  private static double step(double total) {
    for (double step : STEPS) {
      if (total <= step * MOST_TICKS) {
        return step;
      }
    }
    return Math.ceil(total / MOST_TICKS / DAY) * DAY;
  }

  private static String label(int number, double step, Words words) {
    if (step < 60) {
      // Multiplied as decimals: three tenths are 0.3 here, not 0.30000000000000004.
      BigDecimal seconds = BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(number));
      return words.of("axis.seconds", words.decimal(seconds.stripTrailingZeros().toPlainString()));
    }
    boolean minutes = step < 3600;
    long whole = Math.round(number * step / (minutes ? 60 : 3600));
    return words.of(minutes ? "axis.minutes" : "axis.hours", whole);
  }
}
