package io.jenkins.plugins.aiimage.report.history;

/** How a run that prepared an image ended. */
public enum RunResult {
  /** Nothing was run. */
  HIT,
  /** Some phases were taken from the cache. */
  RESUMED,
  /** All phases were run. */
  BUILT,
  FAILED
}
