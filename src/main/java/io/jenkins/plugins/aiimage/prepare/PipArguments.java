package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.PhaseFacts;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The ARGs by which a phase tells pip how patient to be.
 *
 * @param fetching how long an image may take to come that is asked for its pip: the build would
 *     fetch it next
 */
record PipArguments(
    PipSettings asked, Duration fetching, Engine engine, StateFolder state, EventLog events) {

  /**
   * What to declare in the Dockerfile of a phase, by name. A variable that the Dockerfile speaks of
   * itself is the Dockerfile's.
   *
   * @param images the newest image of each stage, by its index
   */
  Map<String, String> of(ReadRecipe recipe, Phase phase, Map<Integer, String> images) {
    PhaseFacts facts = new PhaseFacts(recipe.dockerfile());
    PipSettings settings = asked;
    if (asked.asksForRaw() && (!facts.runs(phase, "pip") || !knowsRaw(recipe, phase, images))) {
      settings = asked.withoutProgress();
    }
    Map<String, String> variables = settings.variables();
    variables.keySet().removeIf(facts::mentions);
    return variables;
  }

  private boolean knowsRaw(ReadRecipe recipe, Phase phase, Map<Integer, String> images) {
    // A foreign image does not run here.
    boolean own = recipe.platform().equals(engine.platform());
    Optional<String> version =
        own ? PhaseStart.image(recipe, phase, images).flatMap(this::version) : Optional.empty();
    boolean known =
        version.isPresent() && !ReleaseNumber.of(version.get()).isBefore(PipSettings.KNOWS_RAW);
    if (!known) {
      events.publish(
          new Event.Warned(
              "Phase "
                  + phase.name()
                  + " does without pip's progress=raw: it needs pip "
                  + PipSettings.KNOWS_RAW
                  + ", and the image that the phase starts from has "
                  + version.map(number -> "pip " + number).orElse("none that can be asked")
                  + "."));
    }
    return known;
  }

  private Optional<String> version(String image) {
    try {
      return new PipVersions(engine, state).of(image, fetching);
    } catch (EngineException e) {
      // The build meets it next and says more of it.
      return Optional.empty();
    }
  }
}
