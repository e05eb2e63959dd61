package io.jenkins.plugins.aiimage.clean;

import java.util.Optional;

/**
 * What becomes of an image.
 *
 * @param kept why it stays; empty if it goes
 */
record Verdict(NamedImage image, Optional<String> kept) {
  boolean goes() {
    return kept.isEmpty();
  }

  /** Whether there is something to say of it: what has only people's names is none of ours. */
  boolean isOurs() {
    return !image.own().isEmpty();
  }
}
