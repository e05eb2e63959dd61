package io.jenkins.plugins.aiimage.cache;

import java.util.regex.Pattern;

/** The tags by which cached images are found: {@code key-} and the content key. */
public final class CacheTags {
  private static final String PREFIX = "key-";
  private static final Pattern KEY = Pattern.compile(PREFIX + "[0-9a-f]{64}");

  private CacheTags() {}

  public static String of(String key) {
    return PREFIX + key;
  }

  public static boolean isKey(String tag) {
    return KEY.matcher(tag).matches();
  }
}
