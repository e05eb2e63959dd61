package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.PhasePolicy;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.PhaseSettings;
import java.util.List;

/** How patient to be with a phase: as asked for by its name, else by its mark, else in general. */
final class PhasePolicies {
  private PhasePolicies() {}

  static PhasePolicy of(Phase phase, PrepareRequest.Build asked) {
    PhaseSettings named = asked.phases().getOrDefault(phase.name(), PhaseSettings.NONE);
    PhaseSettings mark = phase.settings();
    PhasePolicy standard = asked.standard();
    return new PhasePolicy(
        named.timeout().or(mark::timeout).orElse(standard.timeout()),
        named.stall().or(mark::stall).orElse(standard.stallTimeout()),
        named.retries().or(mark::retries).orElse(standard.retries()),
        fallbacks(named, mark, standard));
  }

  private static List<PhasePolicy.Fallback> fallbacks(
      PhaseSettings named, PhaseSettings mark, PhasePolicy standard) {
    PhaseSettings decisive = named.fallbacks().isEmpty() ? mark : named;
    return decisive.fallbacks().isEmpty()
        ? standard.fallbacks()
        : decisive.fallbacks().stream()
            .map(f -> new PhasePolicy.Fallback(f.argument(), f.value()))
            .toList();
  }
}
