package io.jenkins.plugins.aiimage.report;

/** Why an attempt at a phase failed. */
public enum Cause {
  /** Passes by itself: a broken connection, a busy server. */
  TRANSIENT("transient failure", Problem.NETWORK),
  /** The builder lost what it had made itself; nothing is wrong with the phase. */
  BUILDER_STATE("builder lost a layer", Problem.ENGINE_LOST),
  /** The package index does not answer or refuses. */
  INDEX("package index failed", Problem.INDEX),
  /** Nothing was heard for longer than the stall time-out. */
  STALLED("stalled", Problem.STALLED),
  /** The attempt took longer than the phase's time-out. */
  TIMED_OUT("timed out", Problem.TIMED_OUT),
  /** Will fail the same way next time. */
  PERMANENT("permanent failure", Problem.BUILD_FAILED),
  /** The engine went away. */
  ENGINE_LOST("engine lost", Problem.ENGINE_LOST),
  /** No space left. */
  DISK_FULL("disk full", Problem.DISK_FULL),
  /** Somebody stopped the run. */
  ABORTED("aborted", Problem.ABORTED),
  /** Not recognised, or recognised and no reason to be sure whether it passes. */
  UNKNOWN("unclear failure", Problem.BUILD_FAILED);

  private final String words;
  private final Problem problem;

  Cause(String words, Problem problem) {
    this.words = words;
    this.problem = problem;
  }

  /** As a person reads it. */
  public String words() {
    return words;
  }

  /** What a run that gives up because of this reports. */
  public Problem problem() {
    return problem;
  }
}
