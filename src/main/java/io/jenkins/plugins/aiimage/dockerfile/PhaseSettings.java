package io.jenkins.plugins.aiimage.dockerfile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the mark of a phase says about how to build it; empty where it says nothing.
 *
 * @param timeout of one attempt, positive
 * @param stall how long the build may be silent, positive
 * @param retries after the first attempt, 0 or more
 * @param fallbacks in the order to try them
 */
public record PhaseSettings(
    Optional<Duration> timeout,
    Optional<Duration> stall,
    Optional<Integer> retries,
    List<Fallback> fallbacks) {
  /** Says nothing. */
  public static final PhaseSettings NONE =
      new PhaseSettings(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public PhaseSettings {
    fallbacks = List.copyOf(fallbacks);
  }

  /**
   * Reads settings as a mark has them, for instance {@code timeout=20m} and {@code retries=2}.
   *
   * @throws IllegalArgumentException if a word is none of them; the message says what is wrong
   */
  public static PhaseSettings parse(List<String> words) {
    return PhaseSettingsReader.read(words);
  }
}
