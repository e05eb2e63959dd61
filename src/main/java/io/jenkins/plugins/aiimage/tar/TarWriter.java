package io.jenkins.plugins.aiimage.tar;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes an archive of plain files, in POSIX.1-1988's ustar format. The same files give the same
 * bytes: owners and times are none.
 */
public final class TarWriter implements AutoCloseable {
  private static final int LONGEST_NAME = 100;
  private static final long LARGEST = (1L << 33) - 1;

  private final OutputStream to;

  /** Writes to this stream, which the caller closes. */
  public TarWriter(OutputStream to) {
    this.to = to;
  }

  /** What writes a file's content. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream to) throws IOException;
  }

  /**
   * Adds a file.
   *
   * @param name of at most 100 bytes
   * @param size bytes that the content has: fewer than 8 GiB
   * @throws IllegalArgumentException if the format has no room for the name or the size
   */
  public void add(String name, long size, Content content) throws IOException {
    to.write(header(name, size));
    Counted counted = new Counted(to);
    content.writeTo(counted);
    if (counted.bytes != size) {
      throw new IOException(name + " has " + counted.bytes + " B, not " + size + ".");
    }
    to.write(new byte[(int) (-size & (TarHeader.SIZE - 1))]);
  }

  /** Adds a small file. */
  public void add(String name, byte[] content) throws IOException {
    add(name, content.length, stream -> stream.write(content));
  }

  /** Ends the archive. */
  @Override
  public void close() throws IOException {
    to.write(new byte[2 * TarHeader.SIZE]);
  }

  private static byte[] header(String name, long size) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_NAME || size > LARGEST) {
      throw new IllegalArgumentException(name + " of " + size + " B does not fit the format");
    }
    byte[] header = new byte[TarHeader.SIZE];
    System.arraycopy(bytes, 0, header, 0, bytes.length);
    number(header, 100, 8, 0644);
    number(header, 108, 8, 0);
    number(header, 116, 8, 0);
    number(header, 124, 12, size);
    number(header, 136, 12, 0);
    header[156] = '0';
    text(header, 257, "ustar\00000");
    TarHeader.seal(header);
    return header;
  }

  private static void number(byte[] header, int at, int length, long value) {
    String octal = Long.toOctalString(value);
    text(header, at, "0".repeat(length - 1 - octal.length()) + octal);
  }

  private static void text(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static final class Counted extends FilterOutputStream {
    private long bytes;

    Counted(OutputStream to) {
      super(to);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] from, int at, int length) throws IOException {
      out.write(from, at, length);
      bytes += length;
    }
  }
}
