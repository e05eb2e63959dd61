package io.jenkins.plugins.aiimage.report.console;

import io.jenkins.plugins.aiimage.report.DiagnoseEvent;
import io.jenkins.plugins.aiimage.report.Diagnosis;
import io.jenkins.plugins.aiimage.report.Diagnosis.Folder;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.Severity;
import io.jenkins.plugins.aiimage.report.Sizes;
import java.util.ArrayList;
import java.util.List;

/** What the log says of a recipe before anything is built. */
final class DiagnosisLines {
  private static final int MOST_NAMED = 5;

  private DiagnosisLines() {}

  /** Nothing of an event of another kind. */
  static List<String> of(Event event) {
    if (event instanceof DiagnoseEvent.DiagnoseStarted started) {
      return List.of(started.file() + " in " + started.context());
    }
    if (event instanceof DiagnoseEvent.ContextMeasured measured) {
      return context(measured.context());
    }
    if (event instanceof DiagnoseEvent.IgnoreSuggested suggested) {
      return List.of(suggestion(suggested.suggestion()));
    }
    if (event instanceof DiagnoseEvent.RequirementsRead read) {
      return List.of(requirements(read.requirements()));
    }
    if (event instanceof DiagnoseEvent.HeavyPackageFound found) {
      return heavy(found.found());
    }
    if (event instanceof DiagnoseEvent.IndexAsked asked) {
      return index(asked.index());
    }
    if (event instanceof DiagnoseEvent.RecipeExamined examined) {
      return recipe(examined.recipe());
    }
    if (event instanceof DiagnoseEvent.FileProposed proposed) {
      return file(proposed);
    }
    if (event instanceof DiagnoseEvent.DiagnoseSucceeded all) {
      return List.of("✅ Looked at everything in " + Durations.words(all.duration()));
    }
    return List.of();
  }

  private static List<String> context(Diagnosis.Context context) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Context, as .dockerignore leaves it: "
            + Sizes.words(context.bytes())
            + " in "
            + files(context.files()));
    Table table = new Table();
    for (Folder folder : context.folders()) {
      table.row("  " + folder.name(), Sizes.words(folder.bytes()), files(folder.files()));
    }
    if (!context.folders().isEmpty()) {
      lines.addAll(table.lines());
    }
    return lines;
  }

  private static String files(long files) {
    return files + (files == 1 ? " file" : " files");
  }

  private static String suggestion(Diagnosis.Suggestion each) {
    return (each.safe()
            ? "→ .dockerignore: "
            : "? .dockerignore, if the image does not need them: ")
        + each.pattern()
        + " saves "
        + Sizes.words(each.bytes())
        + " in "
        + files(each.files())
        + " ("
        + each.what()
        + ")";
  }

  private static String requirements(Diagnosis.Requirements list) {
    String unpinned =
        list.unpinned().isEmpty()
            ? "all pinned"
            : list.unpinned().size()
                + " without a fixed version: "
                + String.join(
                    ", ", list.unpinned().subList(0, Math.min(MOST_NAMED, list.unpinned().size())))
                + (list.unpinned().size() > MOST_NAMED ? ", …" : "");
    return list.file()
        + (list.installed() ? "" : " (not named by the Dockerfile)")
        + ": "
        + list.packages()
        + (list.packages() == 1 ? " package, " : " packages, ")
        + unpinned;
  }

  private static List<String> heavy(Diagnosis.HeavyPackage heavy) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  " + heavy.name() + ": about " + Sizes.words(heavy.bytes()) + " (" + heavy.where() + ")");
    heavy.advice().ifPresent(advice -> lines.add("    → " + advice));
    return lines;
  }

  private static List<String> index(Diagnosis.Index index) {
    if (index.error().isPresent()) {
      return List.of(); // A warning says it.
    }
    String speed = index.bytesPerSecond().map(each -> ", " + Sizes.words(each) + "/s").orElse("");
    return List.of(
        "✓ "
            + index.url()
            + " answers in "
            + index.firstByte().map(Durations::words).orElse("")
            + speed);
  }

  private static List<String> recipe(Diagnosis.Recipe recipe) {
    List<String> lines = new ArrayList<>();
    if (!recipe.phases().isEmpty()) {
      lines.add("Phases: " + String.join(", ", recipe.phases()));
    }
    String found = Severity.counted(recipe.errors(), recipe.warnings(), recipe.infos());
    lines.add(
        found.isEmpty()
            ? "Lint finds nothing."
            : "Lint finds " + found + ": ai-image lint says where.");
    return lines;
  }

  private static List<String> file(DiagnoseEvent.FileProposed proposed) {
    List<String> lines = new ArrayList<>();
    lines.add((proposed.written() ? "✓ wrote " : "would write ") + proposed.file() + ":");
    proposed.text().lines().forEach(line -> lines.add("    " + line));
    return lines;
  }
}
