package io.jenkins.plugins.aiimage.tar;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an archive from its beginning to its end. Knows ustar, pax and GNU's long names; takes
 * files and folders, and refuses all else: links, devices, sparse files.
 */
public final class TarReader {
  private static final int LARGEST_HEADER = 64 * 1024;

  private final InputStream in;
  private final byte[] chunk = new byte[64 * 1024];
  private long left;
  private int padding;

  /**
   * Reads from where the stream is.
   *
   * @param in buffered by the caller, and closed by it
   */
  public TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next entry, empty at the end. What was not read of the one before is passed over.
   *
   * @throws TarException if the archive is malformed, or has what is not taken
   * @throws EOFException if it ends before its end
   */
  public Optional<TarEntry> next() throws IOException {
    copy(OutputStream.nullOutputStream());
    String longName = "";
    Map<String, String> pax = Map.of();
    while (true) {
      TarHeader header = new TarHeader(exactly(TarHeader.SIZE));
      if (header.isZero()) {
        return Optional.empty();
      }
      header.verify();
      switch (header.type()) {
        case 'x' -> pax = extended(header);
        case 'g' -> requireHarmless(extended(header));
        case 'L' -> longName = withoutZeros(small(header));
        case '0', '5' -> {
          return Optional.of(entry(header, longName, pax));
        }
        default ->
            throw new TarException(
                "The archive has \"" + header.name() + "\", which is no file and no folder.");
      }
    }
  }

  /** Writes what is left of the entry's content. */
  public void copy(OutputStream to) throws IOException {
    while (left > 0) {
      int read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
      if (read < 0) {
        throw truncated();
      }
      to.write(chunk, 0, read);
      left -= read;
    }
    byte[] unused = exactly(padding);
    padding = 0;
  }

  private TarEntry entry(TarHeader header, String longName, Map<String, String> pax)
      throws TarException {
    String name = pax.getOrDefault("path", longName.isEmpty() ? header.name() : longName);
    String size = pax.get("size");
    boolean folder = header.type() == '5';
    begin(size == null ? header.size() : size(size));
    if (folder && left > 0) {
      throw new TarException("The archive has a folder with content.");
    }
    return new TarEntry(name, folder, left);
  }

  private void begin(long size) {
    left = size;
    padding = (int) (-size & (TarHeader.SIZE - 1));
  }

  private static long size(String text) throws TarException {
    try {
      long size = Long.parseLong(text);
      if (size >= 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new TarException("The archive has a file of an impossible size.");
  }

  private Map<String, String> extended(TarHeader header) throws IOException {
    Map<String, String> records = PaxRecords.read(small(header));
    if (records.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."))) {
      throw new TarException("The archive has a sparse file.");
    }
    return records;
  }

  /** What holds for all entries may say who made the archive, not what is in it. */
  private static void requireHarmless(Map<String, String> records) throws TarException {
    if (records.containsKey("path") || records.containsKey("size")) {
      throw new TarException("The archive has one name or size for all its files.");
    }
  }

  private byte[] small(TarHeader header) throws IOException {
    if (header.size() > LARGEST_HEADER) {
      throw new TarException("The archive has an extended header of " + header.size() + " B.");
    }
    begin(header.size());
    byte[] content = exactly((int) left);
    left = 0;
    copy(OutputStream.nullOutputStream());
    return content;
  }

  private static String withoutZeros(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw truncated();
    }
    return bytes;
  }

  private static EOFException truncated() {
    return new EOFException("The archive ends too early.");
  }
}
