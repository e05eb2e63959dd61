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
    // The longest first: one secret may be the beginning of another.
    this.secrets =
        secrets.stream()
            .filter(secret -> !secret.isBlank())
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /**
   * A text from which the secrets were taken, as far as it is decided.
   *
   * @param ready without secrets
   * @param rest what could be the beginning of a secret, as it was
   */
  record Masked(String ready, String rest) {}

  /** The text without secrets. */
  String in(String text) {
    StringBuilder ready = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      at += step(text, at, ready);
    }
    return ready.toString();
  }

  /**
   * The beginning of a text of which more is to come. What is decided here does not depend on where
   * the text was cut.
   */
  Masked inBeginning(String text) {
    StringBuilder ready = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length() && !isOpen(text, at)) {
      at += step(text, at, ready);
    }
    return new Masked(ready.toString(), text.substring(at));
  }

  /** Whether a secret may begin here that the text is too short to show. */
  private boolean isOpen(String text, int at) {
    int left = text.length() - at;
    return secrets.stream()
        .anyMatch(secret -> secret.length() > left && text.regionMatches(at, secret, 0, left));
  }

  private int step(String text, int at, StringBuilder ready) {
    for (String secret : secrets) {
      if (text.startsWith(secret, at)) {
        ready.append(STARS);
        return secret.length();
      }
    }
    ready.append(text.charAt(at));
    return 1;
  }
}
