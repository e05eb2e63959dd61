package io.jenkins.plugins.aiimage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the report that tells what was seen before anything was built. */
final class DiagnosisFold {
  private Optional<Event.DiagnoseStarted> start = Optional.empty();
  private Optional<Diagnosis.Context> context = Optional.empty();
  private final List<Diagnosis.Suggestion> suggestions = new ArrayList<>();
  private final List<Diagnosis.HeavyPackage> packages = new ArrayList<>();
  private final List<Diagnosis.Requirements> requirements = new ArrayList<>();
  private final List<Diagnosis.Index> indexes = new ArrayList<>();
  private Optional<Diagnosis.Recipe> recipe = Optional.empty();
  private final List<String> files = new ArrayList<>();

  void apply(Event event) {
    if (event instanceof Event.DiagnoseStarted started) {
      start = Optional.of(started);
    } else if (event instanceof Event.ContextMeasured measured) {
      context = Optional.of(measured.context());
    } else if (event instanceof Event.IgnoreSuggested suggested) {
      suggestions.add(suggested.suggestion());
    } else if (event instanceof Event.HeavyPackageFound found) {
      packages.add(found.found());
    } else if (event instanceof Event.RequirementsRead read) {
      requirements.add(read.requirements());
    } else if (event instanceof Event.IndexAsked asked) {
      indexes.add(asked.index());
    } else if (event instanceof Event.RecipeExamined examined) {
      recipe = Optional.of(examined.recipe());
    } else if (event instanceof Event.FileProposed proposed) {
      files.add(proposed.file());
    }
  }

  /** What the report says of any run, for one that only looks. */
  static Event.RunStarted asRun(Event.DiagnoseStarted event) {
    return new Event.RunStarted(
        "diagnose", event.file(), List.of(), "Diagnosis", "", event.version());
  }

  Optional<Diagnosis> report() {
    return start.map(
        begun ->
            new Diagnosis(
                begun.dryRun(),
                context,
                suggestions,
                packages,
                requirements,
                indexes,
                recipe,
                files));
  }
}
