package io.jenkins.plugins.aiimage.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A Debian package for every architecture that installs one file: {@code /opt/NAME} (deb(5)). */
record Deb(String name, String version) {
  private static final int BLOCK = 512;

  String fileName() {
    return name + "_" + version + "_all.deb";
  }

  /** Its fields, as they stand in the package and in the list of packages. */
  String control() {
    return """
        Package: %s
        Version: %s
        Architecture: all
        Maintainer: Laboratory <laboratory@example.com>
        Description: nothing but a file
        """
        .formatted(name, version);
  }

  byte[] bytes() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("debian-binary", ascii("2.0\n"));
    members.put("control.tar.gz", tarball("./control", ascii(control())));
    members.put("data.tar.gz", tarball("./opt/" + name, ascii(version + "\n")));
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    archive.writeBytes(ascii("!<arch>\n"));
    members.forEach(
        (member, content) -> {
          String head = padded(member, 16) + padded("0", 12) + padded("0", 6) + padded("0", 6);
          archive.writeBytes(ascii(head + padded("100644", 8) + padded("" + content.length, 10)));
          archive.writeBytes(ascii("`\n"));
          archive.writeBytes(content);
          archive.writeBytes(new byte[content.length % 2]);
        });
    return archive.toByteArray();
  }

  /** One file, compressed, in POSIX's ustar format. */
  private static byte[] tarball(String path, byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream tar = new GZIPOutputStream(compressed)) {
      tar.write(header(path, content.length));
      tar.write(content);
      tar.write(new byte[Math.floorMod(-content.length, BLOCK)]);
      tar.write(new byte[2 * BLOCK]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static byte[] header(String path, int length) {
    byte[] header = new byte[BLOCK];
    put(header, 0, path);
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, octal(length, 11));
    put(header, 136, octal(0, 11));
    put(header, 148, " ".repeat(8));
    put(header, 156, "0");
    put(header, 257, "ustar");
    put(header, 263, "00");
    int sum = 0;
    for (byte octet : header) {
      sum += octet & 0xff;
    }
    put(header, 148, octal(sum, 6) + "\0 ");
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = ascii(text);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static String octal(int number, int digits) {
    String text = Integer.toOctalString(number);
    return "0".repeat(digits - text.length()) + text;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
