package io.jenkins.plugins.aiimage.tar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Archives written by hand, also such as no sane program writes. */
public final class TarBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public TarBytes file(String name, byte[] content) {
    return entry(name, '0', content.length, content);
  }

  public TarBytes file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public TarBytes entry(String name, char type, long size, byte[] content) {
    byte[] header = new byte[TarHeader.SIZE];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 124, octal(size, 11) + "\0");
    put(header, 136, "00000000000\0");
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, octal(sum, 6) + "\0 ");
    out.writeBytes(header);
    out.writeBytes(content);
    out.writeBytes(new byte[-content.length & (TarHeader.SIZE - 1)]);
    return this;
  }

  /** A pax header for the entry that follows. */
  public TarBytes pax(String key, String value) {
    String record = " " + key + "=" + value + "\n";
    int bytes = record.getBytes(StandardCharsets.UTF_8).length;
    int length = bytes + 1;
    while (String.valueOf(length).length() + bytes != length) {
      length++;
    }
    byte[] content = (length + record).getBytes(StandardCharsets.UTF_8);
    return entry("pax", 'x', content.length, content);
  }

  /** GNU's long name for the entry that follows. */
  public TarBytes longName(String name) {
    byte[] content = (name + "\0").getBytes(StandardCharsets.UTF_8);
    return entry("././@LongLink", 'L', content.length, content);
  }

  private static String octal(long number, int digits) {
    String octal = Long.toOctalString(number);
    return "0".repeat(digits - octal.length()) + octal;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  public byte[] plain() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(out.toByteArray());
    all.writeBytes(new byte[2 * TarHeader.SIZE]);
    return all.toByteArray();
  }

  public byte[] gzip() {
    return gzip(plain());
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
