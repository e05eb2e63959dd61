package io.jenkins.plugins.aiimage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the report that tells what was seen before anything was built. */
final class DiagnosisFold {
  private Optional<DiagnoseEvent.DiagnoseStarted> start = Optional.empty();
  private Optional<Diagnosis.Context> context = Optional.empty();
  private final List<Diagnosis.Suggestion> suggestions = new ArrayList<>();
  private final List<Diagnosis.HeavyPackage> packages = new ArrayList<>();
  private final List<Diagnosis.Requirements> requirements = new ArrayList<>();
  private final List<Diagnosis.Index> indexes = new ArrayList<>();
  private Optional<Diagnosis.Recipe> recipe = Optional.empty();
  private final List<String> files = new ArrayList<>();

  void apply(DiagnoseEvent event) {
    if (event instanceof DiagnoseEvent.DiagnoseStarted started) {
      start = Optional.of(started);
    } else if (event instanceof DiagnoseEvent.ContextMeasured measured) {
      context = Optional.of(measured.context());
    } else if (event instanceof DiagnoseEvent.IgnoreSuggested suggested) {
      suggestions.add(suggested.suggestion());
    } else if (event instanceof DiagnoseEvent.HeavyPackageFound found) {
      packages.add(found.found());
    } else if (event instanceof DiagnoseEvent.RequirementsRead read) {
      requirements.add(read.requirements());
    } else if (event instanceof DiagnoseEvent.IndexAsked asked) {
      indexes.add(asked.index());
    } else if (event instanceof DiagnoseEvent.RecipeExamined examined) {
      recipe = Optional.of(examined.recipe());
    } else if (event instanceof DiagnoseEvent.FileProposed proposed) {
      files.add(proposed.file());
    }
  }

  /** What the report says of any run, for one that only looks. */
  static Event.RunStarted asRun(DiagnoseEvent.DiagnoseStarted event) {
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
