package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.dockerfile.Fallback;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.PhaseFacts;
import io.jenkins.plugins.aiimage.dockerfile.PhaseSettings;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is asked of phases, held against the phases that there are. */
record PhaseWishes(PrepareRequest request, ResolvedDockerfile dockerfile, List<Phase> phases) {

  /** Refuses settings for phases that do not exist and fallbacks that would change nothing. */
  void check() throws UseCaseException {
    PhaseFacts facts = new PhaseFacts(dockerfile);
    for (Map.Entry<String, PhaseSettings> wish : request.build().phases().entrySet()) {
      Phase phase = named("phases", wish.getKey());
      for (Fallback fallback : wish.getValue().fallbacks()) {
        if (!facts.takes(phase, fallback.argument())) {
          throw request.wrong(
              "phases",
              phase.name()
                  + ": "
                  + undeclared(fallback.argument(), "of its stage", List.of(phase)));
        }
      }
    }
    for (var fallback : request.build().standard().fallbacks()) {
      if (phases.stream().noneMatch(phase -> facts.takes(phase, fallback.argument()))) {
        throw request.wrong(
            "fallback", undeclared(fallback.argument(), "of the Dockerfile", phases));
      }
    }
  }

  /** The phase that the run ends with. */
  Phase goal() throws UseCaseException {
    return request.until().isPresent()
        ? named("until", request.until().get())
        : phases.get(phases.size() - 1);
  }

  private Phase named(String parameter, String name) throws UseCaseException {
    for (Phase phase : phases) {
      if (phase.name().equals(name)) {
        return phase;
      }
    }
    throw request.wrong(
        parameter,
        "no phase is called "
            + name
            + "; there are "
            + String.join(", ", phases.stream().map(Phase::name).toList()));
  }

  private String undeclared(String argument, String where, List<Phase> among) {
    TreeSet<String> declared = new TreeSet<>();
    among.forEach(phase -> declared.addAll(new PhaseFacts(dockerfile).arguments(phase)));
    return "no ARG "
        + where
        + " is called "
        + argument
        + "; it declares "
        + (declared.isEmpty() ? "none" : String.join(", ", declared))
        + (dockerfile.declaresGlobally(argument)
            ? ", and an ARG above FROM is not seen below it"
            : "");
  }

  /** Settings that somebody wrote and that can have no effect. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Phase phase : phases) {
      PhaseSettings wished = request.build().phases().getOrDefault(phase.name(), phase.settings());
      if (wished.timeout().isPresent()
          && wished.stall().isPresent()
          && wished.stall().get().compareTo(wished.timeout().get()) > 0) {
        warnings.add(
            "Phase "
                + phase.name()
                + " has a stall limit of "
                + Durations.words(wished.stall().get())
                + " and a time-out of "
                + Durations.words(wished.timeout().get())
                + ": it will time out before it counts as stalled.");
      }
    }
    return warnings;
  }
}
