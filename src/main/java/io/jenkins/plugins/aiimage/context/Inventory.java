package io.jenkins.plugins.aiimage.context;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read of a context, path by path, so that people can be told what changed. It decides
 * nothing: keys are made of {@link Fingerprint}s.
 */
final class Inventory {
  /** More would take memory that the digest of a context does not need. */
  private static final int MOST_FILES = 20_000;

  private static final HexFormat HEX = HexFormat.of();

  private final SortedMap<String, String> digests = new TreeMap<>();
  private boolean tooMany;

  void add(Entry entry, byte[] content) {
    if (entry.kind() == Entry.Kind.DIRECTORY || tooMany) {
      return;
    }
    if (digests.size() == MOST_FILES) {
      tooMany = true;
      digests.clear();
      return;
    }
    byte[] hash = entry.kind() == Entry.Kind.FILE ? content : Fingerprint.sha256().digest(content);
    String mode = HEX.toHexDigits(entry.mode(), 3);
    String path = new String(entry.path().getBytes(ISO_8859_1), UTF_8);
    digests.put(path, HEX.formatHex(hash, 0, 5).substring(0, 9) + mode);
  }

  /** Twelve hexadecimal digits by path: nine of the content and three of the mode. */
  SortedMap<String, String> digests() {
    return digests;
  }

  /** Whether there were more files than are kept; then there are none. */
  boolean tooMany() {
    return tooMany;
  }
}
