package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.ChosenEngine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.registry.Platform;
import io.jenkins.plugins.aiimage.report.CacheResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of an image for several platforms, only that for the engine's own is run. */
record SmokeTests(PrepareRequest request, ChosenEngine chosen) {

  /** The part with the smoke tests that this engine can run. */
  PlatformPart runnable(PlatformPart part, OneImage whole) {
    return isForeign(part)
        ? new PlatformPart(
            part.name(), whole.part(request.forPlatform(part.name()).untested()), part.recipe())
        : part;
  }

  /** A sentence, if a part was built and not tested. */
  Optional<String> warning(List<PlatformPart> parts, List<CacheResult> results) {
    List<String> untested = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (results.get(i) != CacheResult.HIT && isForeign(parts.get(i))) {
        untested.add(parts.get(i).name());
      }
    }
    return untested.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The smoke test was not run for "
                + String.join(", ", untested)
                + ": it runs on the engine's own platform only.");
  }

  /** An engine that does not answer is asked again by whatever needs it. */
  private boolean isForeign(PlatformPart part) {
    try {
      return !request.publication().smokeTests().isEmpty()
          && Platform.parse(chosen.engine().platform())
              .filter(own -> !own.isSameAs(part.platform()))
              .isPresent();
    } catch (EngineException e) {
      return false;
    }
  }
}
