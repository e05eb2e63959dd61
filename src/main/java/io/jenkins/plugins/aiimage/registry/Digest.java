package io.jenkins.plugins.aiimage.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 digest of a manifest or blob. Other algorithms are refused: no registry in use serves
 * them.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
  private static final String PREFIX = "sha256:";

  public Digest {
    if (!isHex(hex)) {
      throw new InvalidReferenceException(
          "\"" + hex + "\" is not a SHA-256 digest: write 64 lower-case hexadecimal digits.");
    }
  }

  /** Parses {@code sha256:HEX}. */
  public static Digest parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () ->
                new InvalidReferenceException(
                    "\""
                        + text
                        + "\" is not a digest: write sha256: and 64 lower-case hexadecimal"
                        + " digits."));
  }

  /** Parses what another program sent; empty unless it is well-formed. */
  public static Optional<Digest> tryParse(String text) {
    return text.startsWith(PREFIX) && isHex(text.substring(PREFIX.length()))
        ? Optional.of(new Digest(text.substring(PREFIX.length())))
        : Optional.empty();
  }

  public static Digest of(byte[] content) {
    return ofHash(sha256().digest(content));
  }

  static Digest finish(MessageDigest sha256) {
    return ofHash(sha256.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static Digest ofHash(byte[] hash) {
    return new Digest(HexFormat.of().formatHex(hash));
  }

  private static boolean isHex(String hex) {
    if (hex.length() != 64) {
      return false;
    }
    for (int i = 0; i < 64; i++) {
      char c = hex.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** {@code sha256:HEX}. */
  @Override
  public String toString() {
    return PREFIX + hex;
  }
}
