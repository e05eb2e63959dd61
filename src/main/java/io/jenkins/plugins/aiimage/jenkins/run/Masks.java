package io.jenkins.plugins.aiimage.jenkins.run;

import java.util.Comparator;
import java.util.List;

/** Takes secrets out of texts before anything shows or keeps them. */
final class Masks {
  private static final String STARS = "****";

  private final List<String> secrets;

  /**
   * @param secrets in any order
   */
  Masks(List<String> secrets) {
    // The longest first: one secret may be a part of another.
    this.secrets =
        secrets.stream()
            .filter(secret -> !secret.isBlank())
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /** The text without secrets. */
  String in(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, STARS);
    }
    return masked;
  }

  /**
   * How much of the end of a text could be the beginning of a secret, in characters. That much must
   * wait until more is known.
   */
  int pending(String text) {
    int pending = 0;
    for (String secret : secrets) {
      for (int length = Math.min(secret.length() - 1, text.length()); length > pending; length--) {
        if (text.regionMatches(text.length() - length, secret, 0, length)) {
          pending = length;
        }
      }
    }
    return pending;
  }
}
