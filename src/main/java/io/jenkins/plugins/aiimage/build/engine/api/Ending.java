package io.jenkins.plugins.aiimage.build.engine.api;

/** How an exchange with an engine came to its end. */
public sealed interface Ending {
  /** The whole answer was read. */
  record Answered(int status) implements Ending {}

  /** The connection or the answer broke; {@code words} say how. */
  record Broken(String words) implements Ending {}

  /** Nothing was heard for as long as was allowed. */
  record Silent() implements Ending {}

  /** It took longer than was allowed. */
  record OutOfTime() implements Ending {}

  /** The run, or the thread, is to end. */
  record Aborted() implements Ending {}
}
