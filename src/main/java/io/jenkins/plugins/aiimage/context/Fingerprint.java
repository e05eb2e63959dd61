package io.jenkins.plugins.aiimage.context;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The digest of one selection, fed with its entries in canonical order. */
final class Fingerprint {
  /** Changes with the meaning of the bytes below, so that old keys cannot be mistaken for new. */
  private static final byte FORMAT = 1;

  private final MessageDigest digest = sha256();
  private final Inventory inventory;
  private String last;
  private long files;
  private long bytes;

  Fingerprint(Inventory inventory) {
    this.inventory = inventory;
    digest.update(FORMAT);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** Adds an entry; two sources of one instruction may find the same one, which counts once. */
  void add(Entry entry, byte[] content) {
    if (entry.path().equals(last)) {
      return;
    }
    last = entry.path();
    byte[] path = last.getBytes(ISO_8859_1);
    digest.update(
        ByteBuffer.allocate(17)
            .put((byte) entry.kind().name().charAt(0))
            .putInt(entry.mode())
            .putLong(entry.size())
            .putInt(path.length)
            .flip());
    digest.update(path);
    digest.update(content);
    inventory.add(entry, content);
    if (entry.kind() == Entry.Kind.FILE) {
      files++;
      bytes += entry.size();
    }
  }

  SelectionDigest result(List<SelectionDigest.Match> matches) {
    return new SelectionDigest(HexFormat.of().formatHex(digest.digest()), files, bytes, matches);
  }
}
