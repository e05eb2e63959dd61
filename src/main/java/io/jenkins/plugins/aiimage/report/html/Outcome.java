package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.ServicesReport;

/** What became of runs and phases, as the keys of their words. */
final class Outcome {
  private Outcome() {}

  /** After {@code outcome.}; also the name of the style. */
  static String of(RunReport report) {
    if (report.failure().isPresent()) {
      return "FAILED";
    }
    if (report.cleaning().flatMap(Cleaning::total).isPresent()) {
      return report.cleaning().get().dryRun() ? "PLANNED" : "CLEANED";
    }
    if (report.databases().isPresent() && report.environment().isPresent()) {
      return report.environment().get().isEmpty() ? "PLANNED" : "READY";
    }
    if (report.review().isPresent() || report.diagnosis().isPresent()) {
      return "CHECKED";
    }
    if (report.smoke().isPresent()) {
      return report.smoke().get().passed() ? "PASSED" : "UNFINISHED";
    }
    if (report.services().isPresent()) {
      return services(report.services().get());
    }
    String noResult = report.planned().isPresent() ? "PLANNED" : "UNFINISHED";
    return report.cache().map(Enum::name).orElse(noResult);
  }

  private static String services(ServicesReport services) {
    if (services.environment().isEmpty()) {
      return "UNFINISHED";
    }
    if (services.dryRun()) {
      return "PLANNED";
    }
    return services.environment().get().isEmpty() ? "STOPPED" : "STARTED";
  }

  static String of(PhaseReport phase) {
    return "phase." + (isUnfinished(phase) ? "UNFINISHED" : phase.cache().name());
  }

  static boolean isUnfinished(PhaseReport phase) {
    return phase.cache() == PhaseResult.NOT_REACHED
        && (phase.attempts() > 0 || !phase.start().isZero());
  }
}
