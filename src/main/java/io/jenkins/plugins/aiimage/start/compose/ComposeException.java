package io.jenkins.plugins.aiimage.start.compose;

import io.jenkins.plugins.aiimage.report.Printable;

/**
 * A Compose file that cannot be started as it is. The message says in one line what, where, and
 * what to do.
 */
public final class ComposeException extends Exception {
  private final int line;

  /**
   * @param line 1-based; 0 if it is about no line
   */
  ComposeException(int line, String message) {
    // A name in quotes may have lines of its own, and codes for the terminal.
    super(Printable.of(message));
    this.line = line;
  }

  /** 1-based; 0 if it is about no line. */
  public int line() {
    return line;
  }
}
