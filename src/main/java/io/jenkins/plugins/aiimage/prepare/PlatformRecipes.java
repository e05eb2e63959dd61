package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.context.IndexKey;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One recipe as it reads for each of several platforms.
 *
 * @param key of the index over them
 */
record PlatformRecipes(List<PlatformPart> parts, String key) {
  PlatformRecipes {
    parts = List.copyOf(parts);
  }

  static PlatformRecipes read(PrepareRequest request, OneImage whole)
      throws UseCaseException, EngineException {
    List<PlatformPart> parts = new ArrayList<>();
    Map<String, String> keys = new HashMap<>();
    for (String platform : request.recipe().platforms()) {
      OneImage image = whole.part(request.forPlatform(platform));
      PlatformPart part = new PlatformPart(platform, image, image.read());
      parts.add(part);
      keys.put(platform, part.recipe().key());
    }
    return new PlatformRecipes(parts, IndexKey.of(keys));
  }

  /** Tells of all of them as of one recipe; what is wrong with each is said once. */
  void tell(EventLog events) {
    Set<String> warnings = new LinkedHashSet<>();
    List<String> platforms = new ArrayList<>();
    List<PrepareEvent.PlannedPhase> phases = new ArrayList<>();
    long files = 0;
    long bytes = 0;
    for (PlatformPart part : parts) {
      ReadRecipe recipe = part.recipe();
      warnings.addAll(recipe.warnings());
      platforms.add(part.name());
      List<String> names = part.events(events).phases();
      for (int i = 0; i < names.size(); i++) {
        phases.add(new PrepareEvent.PlannedPhase(names.get(i), recipe.key(recipe.phases().get(i))));
      }
      files += recipe.files();
      bytes += recipe.bytes();
    }
    warnings.forEach(warning -> events.publish(new Event.Warned(warning)));
    events.publish(
        new PrepareEvent.RecipeRead(key, String.join(",", platforms), phases, files, bytes));
    events.publish(new PrepareEvent.InputsRead(PlatformInputs.of(parts)));
  }

  List<String> phaseKeys() {
    List<String> keys = new ArrayList<>();
    for (PlatformPart part : parts) {
      part.recipe().phases().forEach(phase -> keys.add(part.recipe().key(phase)));
    }
    return keys;
  }
}
