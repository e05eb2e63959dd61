package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.PhasePolicy;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.PhaseFacts;
import io.jenkins.plugins.aiimage.dockerfile.PhaseSettings;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import java.util.ArrayList;
import java.util.List;

/** How patient to be with a phase: as asked for by its name, else by its mark, else in general. */
final class PhasePolicies {
  private PhasePolicies() {}

  static PhasePolicy of(Phase phase, PrepareRequest.Build asked, ResolvedDockerfile dockerfile) {
    PhaseSettings named = asked.phases().getOrDefault(phase.name(), PhaseSettings.NONE);
    PhaseSettings mark = phase.settings();
    PhasePolicy standard = asked.standard();
    List<PhasePolicy.Fallback> general = new ArrayList<>(standard.fallbacks());
    general.addAll(asked.mirrors());
    // What the phase does not declare would change nothing but the number of attempts.
    general.removeIf(fallback -> !new PhaseFacts(dockerfile).takes(phase, fallback.argument()));
    return new PhasePolicy(
        named.timeout().or(mark::timeout).orElse(standard.timeout()),
        named.stall().or(mark::stall).orElse(standard.stallTimeout()),
        named.retries().or(mark::retries).orElse(standard.retries()),
        fallbacks(named, mark, general));
  }

  private static List<PhasePolicy.Fallback> fallbacks(
      PhaseSettings named, PhaseSettings mark, List<PhasePolicy.Fallback> general) {
    PhaseSettings decisive = named.fallbacks().isEmpty() ? mark : named;
    return decisive.fallbacks().isEmpty()
        ? general
        : decisive.fallbacks().stream()
            .map(f -> new PhasePolicy.Fallback(f.argument(), f.value()))
            .toList();
  }
}
