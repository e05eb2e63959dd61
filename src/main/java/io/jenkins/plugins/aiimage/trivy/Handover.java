package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.report.DatabaseEvent;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The end of a provision: the database goes to whoever wants it, and all is told. */
record Handover(
    Database database,
    Place place,
    Delivery delivery,
    EventLog events,
    Clock clock,
    Instant began) {

  /**
   * Hands over what is in place.
   *
   * @param source who gave it, or said that it is the newest; empty if nobody was asked
   * @param bytes that were fetched
   */
  void ready(DatabaseResult result, Optional<String> source, long bytes) throws UseCaseException {
    Place.Installed there =
        place
            .installed()
            .orElseThrow(
                () ->
                    new UseCaseException(
                        Problem.DATABASE,
                        "The database in "
                            + place.folder()
                            + " vanished while it was being used: keep others from that folder."));
    Path path = delivery.path(place);
    try {
      delivery.deliver(place);
    } catch (IOException e) {
      throw new UseCaseException(
          Problem.DATABASE, path + " cannot be written: " + reason(e) + ". See to its folder.");
    }
    Instant now = clock.instant();
    events.publish(
        new DatabaseEvent.DatabaseReady(
            database.words(),
            path.toString(),
            there.digest().map(Digest::toString),
            there.metadata().updatedAt(),
            there.metadata().age(now),
            source,
            result,
            bytes,
            Duration.between(began, now)));
  }

  static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
