package io.jenkins.plugins.aiimage.report.console;

import io.jenkins.plugins.aiimage.report.DatabaseEvent;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import io.jenkins.plugins.aiimage.report.Durations;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.Sizes;
import java.time.Duration;
import java.util.Optional;

/** What the log says of Trivy's databases. */
final class Databases {
  private static final Duration DAYS = Duration.ofDays(2);

  private Databases() {}

  /** Empty for an event of another kind. */
  static Optional<String> line(Event event) {
    if (event instanceof DatabaseEvent.DatabaseFetching fetch) {
      return Optional.of(
          "  fetching the database "
              + fetch.database()
              + " ("
              + Sizes.words(fetch.bytes())
              + ") from "
              + fetch.source()
              + " …");
    }
    if (event instanceof DatabaseEvent.DatabasePlanned plan) {
      return Optional.of("  " + plan.database() + " → " + plan.path() + ": " + plan.way());
    }
    if (event instanceof DatabaseEvent.DatabaseReady ready) {
      return Optional.of(ready(ready));
    }
    if (event instanceof DatabaseEvent.DatabasesExported export) {
      return Optional.of(
          "✅ " + export.file() + " is written (" + Sizes.words(export.bytes()) + ")");
    }
    if (event instanceof DatabaseEvent.DatabasesSucceeded all && !all.environment().isEmpty()) {
      return Optional.of("✅ Trivy's databases are ready; " + Durations.words(all.duration()));
    }
    return Optional.empty();
  }

  private static String ready(DatabaseEvent.DatabaseReady ready) {
    String mark = ready.result() == DatabaseResult.STALE ? "⚠ " : "✓ ";
    return mark
        + ready.database()
        + ": "
        + what(ready)
        + ", "
        + age(ready.age())
        + " old, in "
        + ready.path();
  }

  private static String what(DatabaseEvent.DatabaseReady ready) {
    String source = ready.source().orElse("");
    return switch (ready.result()) {
      case HIT -> source.isEmpty() ? "fresh" : "still the newest of " + source;
      case FETCHED ->
          Sizes.words(ready.bytes())
              + " from "
              + source
              + " in "
              + Durations.words(ready.duration());
      case STALE -> "due for a newer one, but no source gave it";
    };
  }

  private static String age(Duration age) {
    return age.compareTo(DAYS) < 0 ? Durations.words(age) : age.toDays() + " days";
  }
}
