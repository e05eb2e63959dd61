package io.jenkins.plugins.aiimage.context;

import java.util.Map;
import java.util.TreeMap;

/** The content key of an image for several platforms. */
public final class IndexKey {
  /** Grows when the same images are to get another key. */
  private static final String VERSION = "ai-image index key 1";

  private IndexKey() {}

  /**
   * SHA-256 over the platforms and their keys.
   *
   * @param keys content key of each platform's image, by platform
   * @return 64 hexadecimal digits
   */
  public static String of(Map<String, String> keys) {
    KeyHash hash = new KeyHash().field(VERSION);
    new TreeMap<>(keys).forEach((platform, key) -> hash.field(platform).field(key));
    return hash.hex();
  }
}
