package io.jenkins.plugins.aiimage.smoke;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that a run of smoke is asked for. Made and checked by {@link SmokeReader}.
 *
 * @param image name or id that the engine knows it by
 * @param tests in the order in which they are run
 * @param maxBytes largest size, unpacked; empty for any
 * @param timeout of each test
 * @param network of their containers; empty for the engine's default
 */
public record SmokeRequest(
    String image,
    List<NamedTest> tests,
    Optional<Long> maxBytes,
    Duration timeout,
    Optional<String> network,
    String builder) {
  public SmokeRequest {
    tests = List.copyOf(tests);
  }

  /** A command line, and what people call it. */
  record NamedTest(String name, String commandLine) {}
}
