package io.jenkins.plugins.aiimage.start.compose;

/** A Compose file that cannot be started as it is. The message says what, where, and what to do. */
public final class ComposeException extends Exception {
  private final int line;

  /**
   * @param line 1-based; 0 if it is about no line
   */
  ComposeException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** 1-based; 0 if it is about no line. */
  public int line() {
    return line;
  }
}
