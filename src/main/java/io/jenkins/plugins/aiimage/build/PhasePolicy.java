package io.jenkins.plugins.aiimage.build;

import java.time.Duration;
import java.util.List;

/**
 * How patient to be with a phase.
 *
 * @param timeout for one attempt
 * @param stallTimeout how long an attempt may say nothing
 * @param retries how many attempts may follow the first
 * @param fallbacks tried in order when the package index is the cause
 */
public record PhasePolicy(
    Duration timeout, Duration stallTimeout, int retries, List<Fallback> fallbacks) {
  public PhasePolicy {
    fallbacks = List.copyOf(fallbacks);
  }

  /** A build argument and the value that replaces what it had. */
  public record Fallback(String argument, String value) {
    /** {@code ARG=VALUE} as it may be shown: a URL without the credentials in it. */
    String shown() {
      return argument + "=" + value.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)[^/@]*@", "$1");
    }
  }
}
