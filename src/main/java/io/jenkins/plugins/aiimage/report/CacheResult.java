package io.jenkins.plugins.aiimage.report;

/** What had to be done in a run. */
public enum CacheResult {
  /** Nothing was run. */
  HIT,
  /** Some phases were taken from the cache. */
  RESUMED,
  /** All phases were run. */
  BUILT,
  /** Something had to be sent to a registry. */
  PUSHED
}
