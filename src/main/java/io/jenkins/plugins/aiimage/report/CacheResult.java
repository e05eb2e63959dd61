package io.jenkins.plugins.aiimage.report;

/** What the cache was worth to a run. */
public enum CacheResult {
  /** Nothing was run. */
  HIT,
  /** Some phases were taken from the cache. */
  RESUMED,
  /** All phases were run. */
  BUILT
}
