package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.report.CleanEvent;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import java.time.Duration;
import java.util.List;

/** Tells what goes and what stays, and counts it. */
final class Tally {
  private final EventLog events;
  private final boolean dryRun;
  private int images;
  private int tags;
  private int kept;
  private long bytes;
  private int notes;

  Tally(EventLog events, boolean dryRun) {
    this.events = events;
    this.dryRun = dryRun;
  }

  /** It went, or in a dry run would. */
  void gone(NamedImage image, List<String> names, long size) {
    images++;
    tags += names.size();
    events.publish(
        dryRun
            ? new CleanEvent.Removable(names, image.digest(), image.created(), size)
            : new CleanEvent.Removed(names, image.digest(), image.created(), size));
  }

  void kept(NamedImage image, String reason) {
    kept++;
    events.publish(new CleanEvent.Kept(image.own(), image.digest(), image.created(), reason));
  }

  void warn(String message) {
    events.publish(new Event.Warned(message));
  }

  /** So much is free now, or may become so. */
  void freed(long more) {
    bytes += more;
  }

  /** So many files of the user's cache folder went, or would. */
  void notes(int count) {
    notes += count;
  }

  void end(Duration took) {
    events.publish(new CleanEvent.CleanSucceeded(images, tags, kept, bytes, notes, took));
  }
}
