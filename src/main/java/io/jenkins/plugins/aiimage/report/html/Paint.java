package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.RunResult;

/**
 * A colour by its class, and one for where styles are forbidden.
 *
 * @param style name of the class
 * @param colour that is seen on white and on black
 */
record Paint(String style, String colour) {
  private static final String[] PHASES = {
    "#0d9488", "#3b82f6", "#d97706", "#a855f7", "#e11d48", "#65a30d", "#0891b2"
  };
  static final Paint OTHER = new Paint("phase-other", "#78808c");
  static final Paint PLAIN = new Paint("plain", "#3b82f6");

  /** How many phases can be told apart. */
  static final int MOST_PHASES = PHASES.length;

  static Paint phase(int number) {
    return new Paint("phase-" + number, PHASES[number]);
  }

  static Paint of(RunResult result) {
    return switch (result) {
      case HIT -> new Paint("result-hit", "#16a34a");
      case RESUMED -> new Paint("result-resumed", "#3b82f6");
      case BUILT -> new Paint("result-built", "#0d9488");
      case FAILED -> new Paint("result-failed", "#dc2626");
    };
  }

  String attributes() {
    return " class='" + style + "' fill='" + colour + "'";
  }
}
