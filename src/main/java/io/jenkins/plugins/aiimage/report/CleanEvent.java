package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run tells that tidies up. */
public sealed interface CleanEvent extends Event {

  /**
   * A run that tidies up began.
   *
   * @param repositories to look at, with their registry; empty for all of the local engine
   * @param where they are, as a person reads it
   * @param dryRun whether nothing will be changed
   * @param olderThan the age below which nothing goes
   * @param keep how many of the newest stay
   */
  record CleanStarted(
      List<String> repositories,
      String where,
      boolean dryRun,
      Duration olderThan,
      int keep,
      String version)
      implements CleanEvent {
    public CleanStarted {
      repositories = List.copyOf(repositories);
    }
  }

  /**
   * An image lost its names, and with the last one its place.
   *
   * @param references the names
   * @param digest of its manifest, or the image's id where there is no registry
   * @param bytes its size: compressed in a registry, unpacked in an engine
   */
  record Removed(List<String> references, String digest, Optional<Instant> created, long bytes)
      implements CleanEvent {
    public Removed {
      references = List.copyOf(references);
    }
  }

  /** The same of a dry run: the image would have lost its names. */
  record Removable(List<String> references, String digest, Optional<Instant> created, long bytes)
      implements CleanEvent {
    public Removable {
      references = List.copyOf(references);
    }
  }

  /** An image of this program stays as it is. */
  record Kept(List<String> references, String digest, Optional<Instant> created, String reason)
      implements CleanEvent {
    public Kept {
      references = List.copyOf(references);
    }
  }

  /**
   * All is tidy; or, after a dry run, all is told.
   *
   * @param bytes that are, or may become, free
   * @param notes files of the user's cache folder
   */
  record CleanSucceeded(int images, int tags, int kept, long bytes, int notes, Duration duration)
      implements CleanEvent, Event.End {}
}
