package io.jenkins.plugins.aiimage.context;

/** The key of an image that is complete and has not passed its gates: before, it must be no hit. */
public final class UngatedKey {
  /** Grows when the same images are to get another key. */
  private static final String VERSION = "ai-image ungated key 1";

  private UngatedKey() {}

  /**
   * SHA-256 over the image's content key.
   *
   * @return 64 hexadecimal digits
   */
  public static String of(String key) {
    return new KeyHash().field(VERSION).field(key).hex();
  }
}
