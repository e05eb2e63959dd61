package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The way of a blob's content to a registry. It tells trouble with the registry from trouble with
 * the content, and notices each step: a socket's time-out covers reading only, so it takes a
 * watchdog to see a server that takes no more.
 */
final class UploadStream extends OutputStream {
  private static final int CHUNK = 64 * 1024;

  private final OutputStream out;
  private final long size;
  private final Runnable progress;
  private long done;
  private boolean broken;

  /**
   * @param size in bytes, no more and no less
   * @param progress run after each step
   */
  UploadStream(OutputStream out, long size, Runnable progress) {
    this.out = out;
    this.size = size;
    this.progress = progress;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (done + length > size) {
      throw new IOException("The content to upload is longer than its descriptor says.");
    }
    for (int at = 0; at < length; at += CHUNK) {
      int step = Math.min(CHUNK, length - at);
      send(bytes, offset + at, step);
      done += step;
      progress.run();
    }
  }

  private void send(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  /** Whether it was the registry that failed. */
  boolean isBroken() {
    return broken;
  }

  void requireWhole() throws IOException {
    if (done < size) {
      throw new IOException("The content to upload is shorter than its descriptor says.");
    }
  }
}
