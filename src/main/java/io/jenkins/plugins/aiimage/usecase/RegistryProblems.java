package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.Problem;

/** What a registry's failure means for a run. */
public final class RegistryProblems {
  private RegistryProblems() {}

  public static Problem of(RegistryException e) {
    return switch (e.kind()) {
      case REFUSED, CREDENTIALS, UNTRUSTED -> Problem.REGISTRY_REFUSED;
      default -> Problem.REGISTRY_UNAVAILABLE;
    };
  }
}
