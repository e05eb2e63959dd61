package io.jenkins.plugins.aiimage.cache;

import java.util.regex.Pattern;

/**
 * The tags that this program sets by itself: {@code key-} and the content key, by which cached
 * images are found, and {@code id-} and an image's id.
 */
public final class CacheTags {
  private static final String PREFIX = "key-";
  private static final Pattern KEY = Pattern.compile(PREFIX + "[0-9a-f]{64}");
  private static final Pattern ID = Pattern.compile("id-[0-9a-f]{64}");

  private CacheTags() {}

  public static String of(String key) {
    return PREFIX + key;
  }

  public static boolean isKey(String tag) {
    return KEY.matcher(tag).matches();
  }

  /**
   * The tag under which an image travels that has no other name in the registry yet.
   *
   * @param imageId {@code sha256:…}, or without the algorithm
   */
  public static String ofId(String imageId) {
    return "id-" + imageId.substring(imageId.indexOf(':') + 1);
  }

  /** Whether this program set it; every other tag is a person's. */
  public static boolean isOwn(String tag) {
    return isKey(tag) || ID.matcher(tag).matches();
  }
}
