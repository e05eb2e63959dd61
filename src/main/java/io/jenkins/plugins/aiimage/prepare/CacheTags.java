package io.jenkins.plugins.aiimage.prepare;

import java.util.regex.Pattern;

/** The tags by which cached images are found: {@code key-} and the content key. */
final class CacheTags {
  private static final String PREFIX = "key-";
  private static final Pattern KEY = Pattern.compile(PREFIX + "[0-9a-f]{64}");

  private CacheTags() {}

  static String of(String key) {
    return PREFIX + key;
  }

  static boolean isKey(String tag) {
    return KEY.matcher(tag).matches();
  }
}
