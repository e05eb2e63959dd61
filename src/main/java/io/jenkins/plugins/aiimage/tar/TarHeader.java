package io.jenkins.plugins.aiimage.tar;

import java.nio.charset.StandardCharsets;

/** A header block of an archive: POSIX.1-1988 ustar, with GNU's large numbers. */
final class TarHeader {
  static final int SIZE = 512;

  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM_LENGTH = 8;

  private final byte[] block;

  /**
   * A header, or what stands in the place of one.
   *
   * @param block its 512 bytes
   */
  TarHeader(byte[] block) {
    this.block = block;
  }

  boolean isZero() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** Throws unless it is a header, unharmed. */
  void verify() throws TarException {
    if (!text(257, 5).equals("ustar") || number(CHECKSUM_AT, CHECKSUM_LENGTH) != checksum(block)) {
      throw new TarException("The archive has something else where a header should be.");
    }
  }

  /** Puts the checksum into a header that is complete but for it. */
  static void seal(byte[] block) {
    String octal = Long.toOctalString(checksum(block));
    String text = "0".repeat(6 - octal.length()) + octal + "\0 ";
    System.arraycopy(
        text.getBytes(StandardCharsets.US_ASCII), 0, block, CHECKSUM_AT, CHECKSUM_LENGTH);
  }

  /** Of all bytes; those of the sum itself count as blanks. */
  private static long checksum(byte[] block) {
    long sum = 0;
    for (int i = 0; i < SIZE; i++) {
      boolean own = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_LENGTH;
      sum += own ? ' ' : block[i] & 0xff;
    }
    return sum;
  }

  char type() {
    return block[156] == 0 ? '0' : (char) (block[156] & 0xff);
  }

  long size() throws TarException {
    return number(124, 12);
  }

  String name() {
    // GNU's own headers have times where the others have the name's first part.
    boolean posix = block[262] == 0;
    String prefix = posix ? text(345, 155) : "";
    String name = text(0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private String text(int at, int length) {
    int end = at;
    while (end < at + length && block[end] != 0) {
      end++;
    }
    return new String(block, at, end - at, StandardCharsets.UTF_8);
  }

  private long number(int at, int length) throws TarException {
    return (block[at] & 0x80) != 0 ? binary(at, length) : octal(text(at, length).strip());
  }

  private long binary(int at, int length) throws TarException {
    long number = block[at] & 0x7f;
    for (int i = at + 1; i < at + length; i++) {
      if (number > Long.MAX_VALUE >> 8) {
        throw wrongNumber();
      }
      number = (number << 8) | (block[i] & 0xff);
    }
    return number;
  }

  private static long octal(String digits) throws TarException {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 7) {
        throw wrongNumber();
      }
      number = (number << 3) | digit;
    }
    return number;
  }

  private static TarException wrongNumber() {
    return new TarException("The archive has a header with a number that is none.");
  }
}
