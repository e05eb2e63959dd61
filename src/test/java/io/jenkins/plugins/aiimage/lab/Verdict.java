package io.jenkins.plugins.aiimage.lab;

/** What became of a build, seen from outside. */
enum Verdict {
  /** Built at the first attempt: what it met is no fault, or the tool mends it. */
  BUILT,
  /** Built at a later attempt. */
  RETRIED,
  /** Built at a later attempt, after one that was killed for its silence. */
  STALLED,
  /** Built from the server that was named as fallback. */
  FALLBACK,
  /** Stopped at the first attempt: another would fail the same way. */
  PERMANENT,
  /** Failed after all its attempts: nobody could know that they would not help. */
  GIVEN_UP,
  /** Any other end. */
  OTHERWISE
}
