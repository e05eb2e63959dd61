package io.jenkins.plugins.aiimage.start.compose;

import java.util.Optional;

/**
 * What a service may use, and what is kept for it.
 *
 * @param memory in bytes
 * @param milliCpus thousandths of a CPU
 * @param reservedMemory in bytes
 */
public record Limits(
    Optional<Long> memory,
    Optional<Long> milliCpus,
    Optional<Long> reservedMemory,
    Optional<Long> reservedMilliCpus,
    Optional<Long> processes) {
  static final Limits NONE =
      new Limits(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
