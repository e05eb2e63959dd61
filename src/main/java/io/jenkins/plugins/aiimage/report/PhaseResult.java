package io.jenkins.plugins.aiimage.report;

/** What became of a phase. */
public enum PhaseResult {
  /** Its image was in the cache. */
  HIT,
  BUILT,
  FAILED,
  /** A later phase was in the cache, so this one was not asked for. */
  SKIPPED,
  /** The run ended before its turn. */
  NOT_REACHED
}
