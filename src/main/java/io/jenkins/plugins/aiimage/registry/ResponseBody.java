package io.jenkins.plugins.aiimage.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/**
 * A body that must come whole and in time. {@link java.net.HttpURLConnection} reports a short body
 * as an ordinary end, and its time-out starts anew with every byte.
 */
final class ResponseBody extends InputStream {
  private final InputStream in;
  private final URI uri;
  private final long expected;
  private final long deadline;
  private long count;
  private boolean failed;

  /**
   * @param expected the announced length, negative if there was none
   */
  ResponseBody(InputStream in, URI uri, long expected, Duration time) {
    this.in = in;
    this.uri = uri;
    this.expected = expected;
    this.deadline = System.nanoTime() + time.toNanos();
  }

  @Override
  public int read() throws RegistryException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws RegistryException {
    // Until it is done, it has failed: only a whole body is worth draining.
    failed = true;
    int read = next(buffer, offset, length);
    failed = false;
    return read;
  }

  private int next(byte[] buffer, int offset, int length) throws RegistryException {
    int read;
    try {
      read = in.read(buffer, offset, length);
    } catch (SocketTimeoutException e) {
      throw TransportFailure.timedOut(uri, e);
    } catch (IOException e) {
      throw TransportFailure.halfBody(uri, e);
    }
    if (read < 0 && count < expected) {
      throw TransportFailure.halfBody(uri, null);
    }
    if (System.nanoTime() - deadline > 0) {
      throw TransportFailure.timedOut(uri, null);
    }
    count += Math.max(0, read);
    return read;
  }

  /** All of it, unless it is longer than the limit. */
  byte[] readUpTo(int limit) throws RegistryException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    for (int read = read(chunk, 0, chunk.length); read >= 0; read = read(chunk, 0, chunk.length)) {
      if (bytes.size() + read > limit) {
        throw RegistryException.protocol(
            uri.getAuthority() + " answered with more than " + limit + " bytes: not a manifest.");
      }
      bytes.write(chunk, 0, read);
    }
    return bytes.toByteArray();
  }

  /** Reads on to the end; false if that is further than the limit, or reading failed before. */
  boolean drain(int limit) throws RegistryException {
    if (failed) {
      return false;
    }
    byte[] chunk = new byte[8192];
    int left = limit;
    while (left > 0) {
      int read = read(chunk, 0, Math.min(chunk.length, left));
      if (read < 0) {
        return true;
      }
      left -= read;
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
