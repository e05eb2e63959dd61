package io.jenkins.plugins.aiimage.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A log that does something once it has come to these words, before the run goes on. */
final class Moment extends ByteArrayOutputStream {
  /** What is done. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  private final String words;
  private final Action action;
  private boolean come;

  Moment(String words, Action action) {
    this.words = words;
    this.action = action;
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    super.write(bytes, offset, length);
    if (!come && toString(StandardCharsets.UTF_8).contains(words)) {
      come = true;
      try {
        action.run();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
