package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.DatabasesReport;
import io.jenkins.plugins.aiimage.report.Details;
import io.jenkins.plugins.aiimage.report.ImageReport;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import io.jenkins.plugins.aiimage.report.Smoke;
import java.util.Optional;

/** What became of runs and phases, as the keys of their words. */
final class Outcome {
  private Outcome() {}

  /** After {@code outcome.}; also the name of the style. */
  static String of(RunReport report) {
    if (report.failure().isPresent()) {
      return "FAILED";
    }
    return report
        .details()
        .map(Outcome::of)
        .orElseGet(() -> of(report.image()))
        .orElse("UNFINISHED");
  }

  private static Optional<String> of(ImageReport image) {
    return image.cache().map(Enum::name).or(() -> image.planned().map(planned -> "PLANNED"));
  }

  /** Empty as long as it is not known. */
  private static Optional<String> of(Details details) {
    if (details instanceof Cleaning cleaning) {
      return cleaning.total().map(total -> cleaning.dryRun() ? "PLANNED" : "CLEANED");
    }
    if (details instanceof DatabasesReport databases) {
      return databases.environment().map(all -> all.isEmpty() ? "PLANNED" : "READY");
    }
    if (details instanceof Smoke smoke) {
      return smoke.passed() ? Optional.of("PASSED") : Optional.empty();
    }
    if (details instanceof ServicesReport services) {
      return services
          .environment()
          .map(all -> services.dryRun() ? "PLANNED" : all.isEmpty() ? "STOPPED" : "STARTED");
    }
    return Optional.of("CHECKED");
  }

  static String of(PhaseReport phase) {
    return "phase." + (isUnfinished(phase) ? "UNFINISHED" : phase.cache().name());
  }

  static boolean isUnfinished(PhaseReport phase) {
    return phase.cache() == PhaseResult.NOT_REACHED
        && (phase.attempts() > 0 || !phase.start().isZero());
  }
}
