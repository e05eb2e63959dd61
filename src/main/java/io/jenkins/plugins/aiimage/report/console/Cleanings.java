package io.jenkins.plugins.aiimage.report.console;

import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.Cleaning.Keeping;
import io.jenkins.plugins.aiimage.report.Cleaning.Removal;
import io.jenkins.plugins.aiimage.report.Cleaning.Total;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.Sizes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run that tidied up removed and kept, in lines. */
final class Cleanings {
  private static final int DATE = "2026-03-02".length();

  private Cleanings() {}

  /** Nothing for any other run. */
  static List<String> lines(RunReport report) {
    List<String> lines = new ArrayList<>();
    Optional<Cleaning> details = report.details(Cleaning.class);
    if (details.isPresent()) {
      Cleaning cleaning = details.get();
      lines.addAll(table(cleaning));
      cleaning.total().ifPresent(total -> lines.add(sentence(report, cleaning, total)));
    }
    return lines;
  }

  private static List<String> table(Cleaning cleaning) {
    Table table = new Table();
    String removed = cleaning.dryRun() ? "would go" : "removed";
    for (Removal image : cleaning.removed()) {
      String size = Sizes.words(image.bytes());
      String names = String.join(" ", image.references());
      table.row(removed, date(image.created()), size, names);
    }
    for (Keeping image : cleaning.kept()) {
      String names = String.join(" ", image.references());
      table.row("kept", date(image.created()), "", names, image.reason());
    }
    return table.lines();
  }

  private static String date(Optional<Instant> created) {
    return created.map(time -> time.toString().substring(0, DATE)).orElse("no date");
  }

  private static String sentence(RunReport report, Cleaning cleaning, Total total) {
    return (cleaning.dryRun() ? "Would remove " : "✅ Removed ")
        + counted(total.tags(), "tag")
        + " of "
        + counted(total.images(), "image")
        + ", "
        + Sizes.words(total.bytes())
        + "; kept "
        + total.kept()
        + (total.notes() == 0 ? "" : "; old notes: " + total.notes())
        + "; "
        + Durations.words(report.duration());
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
