package io.jenkins.plugins.aiimage.registry;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param connect for a connection
 * @param idle between two bytes of an answer, or of an upload
 * @param total for a whole small request and its answer: manifests, tokens, tags
 * @param commit after the last byte of an upload, while the registry stores the blob
 */
public record Timeouts(Duration connect, Duration idle, Duration total, Duration commit) {
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5));
}
