package io.jenkins.plugins.aiimage.trivy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A file of bbolt with nothing in it, as {@code bolt.Open} makes one (file format version 2). */
final class EmptyBolt {
  private static final int PAGE = 4096;
  private static final int PAGE_HEADER = 16;
  private static final int META_BYTES = 56;
  private static final short LEAF = 0x02;
  private static final short META = 0x04;
  private static final short FREELIST = 0x10;
  private static final int MAGIC = 0xED0CDAED;

  private EmptyBolt() {}

  static byte[] bytes() {
    ByteBuffer file = ByteBuffer.allocate(4 * PAGE).order(ByteOrder.LITTLE_ENDIAN);
    for (int page = 0; page < 2; page++) {
      header(file, page, META);
      meta(file, page * PAGE + PAGE_HEADER, page);
    }
    header(file, 2, FREELIST);
    header(file, 3, LEAF);
    return file.array();
  }

  private static void header(ByteBuffer file, int page, short kind) {
    file.putLong(page * PAGE, page);
    file.putShort(page * PAGE + 8, kind);
  }

  private static void meta(ByteBuffer file, int at, long transaction) {
    file.putInt(at, MAGIC);
    file.putInt(at + 4, 2);
    file.putInt(at + 8, PAGE);
    file.putLong(at + 16, 3); // the root bucket's page
    file.putLong(at + 32, 2); // that of the free list
    file.putLong(at + 40, 4); // pages in all
    file.putLong(at + 48, transaction);
    file.putLong(at + META_BYTES, fnv1a(file, at));
  }

  private static long fnv1a(ByteBuffer file, int at) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < META_BYTES; i++) {
      hash = (hash ^ (file.get(at + i) & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
