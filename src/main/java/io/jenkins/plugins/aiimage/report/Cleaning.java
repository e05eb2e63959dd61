package io.jenkins.plugins.aiimage.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run that tidied up did.
 *
 * @param dryRun whether it only said so
 * @param removed what went, or would go
 * @param kept what stayed of this program's own
 * @param total empty if the run did not come to its end
 */
public record Cleaning(
    boolean dryRun, List<Removal> removed, List<Keeping> kept, Optional<Total> total)
    implements Details {
  public Cleaning {
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
  }

  @Override
  public Cleaning brief(Brief how) {
    return new Cleaning(dryRun, Brief.last(removed), Brief.last(kept), total);
  }

  /** An image that lost its names. */
  public record Removal(
      List<String> references, String digest, Optional<Instant> created, long bytes) {
    public Removal {
      references = List.copyOf(references);
    }
  }

  /** An image that stayed, and why. */
  public record Keeping(
      List<String> references, String digest, Optional<Instant> created, String reason) {
    public Keeping {
      references = List.copyOf(references);
    }
  }

  /**
   * What it came to.
   *
   * @param bytes that are, or may become, free
   * @param notes files of the user's cache folder
   */
  public record Total(int images, int tags, int kept, long bytes, int notes) {}
}
