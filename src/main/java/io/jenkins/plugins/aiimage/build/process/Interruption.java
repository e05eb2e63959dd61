package io.jenkins.plugins.aiimage.build.process;

/** Why something was ended from outside. */
public enum Interruption {
  /** The run, or the thread, is to end. */
  ABORTED,
  /** It took longer than was allowed. */
  OUT_OF_TIME,
  /** Nothing was heard of it for as long as was allowed. */
  SILENT
}
