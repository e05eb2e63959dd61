package io.jenkins.plugins.aiimage.push;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that is asked for when images are pushed. Made and checked by {@link PushReader}.
 *
 * @param deliveries at least one
 * @param builder whose engine has the images
 * @param label what people call them
 */
record PushRequest(
    String useCase,
    List<Delivery> deliveries,
    String builder,
    Duration totalTimeout,
    Duration stallTimeout,
    Optional<String> label,
    boolean dryRun) {
  PushRequest {
    deliveries = List.copyOf(deliveries);
  }

  /**
   * One image and where it goes to.
   *
   * @param image as it was asked for
   * @param targets at least one; what the first one has in the end, the others have too
   */
  record Delivery(Wanted image, List<Target> targets, List<String> tags) {
    Delivery {
      targets = List.copyOf(targets);
      tags = List.copyOf(tags);
    }
  }

  /** Which image is meant. */
  sealed interface Wanted {
    /** As a person wrote it. */
    String name();

    /**
     * One that the engine has under some name or id.
     *
     * @param names to look for, the likeliest first
     */
    record InEngine(String name, List<String> names) implements Wanted {
      public InEngine {
        names = List.copyOf(names);
      }
    }

    /**
     * One that a registry has.
     *
     * @param reference a tag, or a digest
     */
    record InRegistry(String name, Target where, String reference) implements Wanted {}
  }
}
