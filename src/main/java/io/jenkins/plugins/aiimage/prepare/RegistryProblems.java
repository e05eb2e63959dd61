package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.Problem;

/** What a registry's failure means for a run. */
final class RegistryProblems {
  private RegistryProblems() {}

  static Problem of(RegistryException e) {
    return switch (e.kind()) {
      case REFUSED, CREDENTIALS, UNTRUSTED -> Problem.REGISTRY_REFUSED;
      default -> Problem.REGISTRY_UNAVAILABLE;
    };
  }
}
