package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Builder;
import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.Resources;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.util.Optional;

/** What of the engine's machine there is to divide among builds. */
final class MachineShare {
  private MachineShare() {}

  /**
   * All of it, or as much as the request leaves to builds; nothing for a build that needs nothing.
   *
   * @throws UseCaseException if the build needs more than that
   */
  static Resources whole(PrepareRequest request, Engine engine)
      throws UseCaseException, EngineException {
    Resources needs = request.build().needs();
    if (needs.isNone()) {
      return Resources.NONE;
    }
    Resources budget = request.build().budget();
    Resources machine = engine.capacity();
    Resources whole =
        new Resources(
            budget.milliCpus() > 0 ? budget.milliCpus() : machine.milliCpus(),
            budget.bytes() > 0 ? budget.bytes() : machine.bytes());
    if (needs.beyond(whole).isPresent()) {
      throw request.wrong(
          "needs",
          needs.beyond(whole).get().words()
              + " can never be had: all builds together have "
              + whole.words());
    }
    return whole;
  }

  /** A sentence, if nothing but the author's word keeps the build to what it needs. */
  static Optional<String> warning(PrepareRequest request, Builder builder) {
    return request.build().needs().isNone() || builder.isLimiting()
        ? Optional.empty()
        : Optional.of(
            builder.name()
                + " cannot limit what a build takes: it may take more than the "
                + request.build().needs().words()
                + " that it needs.");
  }
}
