package io.jenkins.plugins.aiimage.start.compose;

import java.time.Duration;
import java.util.Optional;

/**
 * How the engine finds out whether a service is healthy. What is empty is the engine's own, or that
 * of the image.
 *
 * @param command for the shell of the image
 * @param disabled whether even the check of the image is off
 */
public record HealthCheck(
    Optional<String> command,
    boolean disabled,
    Optional<Duration> interval,
    Optional<Duration> timeout,
    Optional<Integer> retries,
    Optional<Duration> startPeriod) {
  static final HealthCheck OF_THE_IMAGE =
      new HealthCheck(
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
