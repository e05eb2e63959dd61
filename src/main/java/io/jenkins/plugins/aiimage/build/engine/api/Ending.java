package io.jenkins.plugins.aiimage.build.engine.api;

import io.jenkins.plugins.aiimage.build.process.Interruption;

/** How an exchange with an engine came to its end. */
public sealed interface Ending {
  /** The whole answer was read. */
  record Answered(int status) implements Ending {}

  /** The connection or the answer broke; {@code words} say how. */
  record Broken(String words) implements Ending {}

  /** The connection was closed by this side. */
  record Interrupted(Interruption why) implements Ending {}
}
