package io.jenkins.plugins.aiimage.report;

import io.jenkins.plugins.aiimage.report.Cleaning.Keeping;
import io.jenkins.plugins.aiimage.report.Cleaning.Removal;
import io.jenkins.plugins.aiimage.report.Cleaning.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the report that tells of tidying up. */
final class CleaningFold {
  private Optional<Boolean> dryRun = Optional.empty();
  private final List<Removal> removed = new ArrayList<>();
  private final List<Keeping> kept = new ArrayList<>();
  private Optional<Total> total = Optional.empty();

  void apply(CleanEvent event) {
    if (event instanceof CleanEvent.CleanStarted started) {
      dryRun = Optional.of(started.dryRun());
    } else if (event instanceof CleanEvent.Removed image) {
      removed.add(new Removal(image.references(), image.digest(), image.created(), image.bytes()));
    } else if (event instanceof CleanEvent.Removable image) {
      removed.add(new Removal(image.references(), image.digest(), image.created(), image.bytes()));
    } else if (event instanceof CleanEvent.Kept image) {
      kept.add(new Keeping(image.references(), image.digest(), image.created(), image.reason()));
    } else if (event instanceof CleanEvent.CleanSucceeded all) {
      total =
          Optional.of(new Total(all.images(), all.tags(), all.kept(), all.bytes(), all.notes()));
    }
  }

  /** What the report says of any run, for one that tidies up. */
  static Event.RunStarted asRun(CleanEvent.CleanStarted event) {
    return new Event.RunStarted(
        "clean",
        String.join(", ", event.repositories()),
        List.of(),
        "Cleaning",
        event.where(),
        event.version());
  }

  Optional<Cleaning> report() {
    return dryRun.map(dry -> new Cleaning(dry, removed, kept, total));
  }
}
