package io.jenkins.plugins.aiimage.context;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over fields, each with its length, so that no two lists of fields look the same. */
final class KeyHash {
  private final MessageDigest digest;

  KeyHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  KeyHash field(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
    return this;
  }

  /** 64 hexadecimal digits. The hash is used up. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
