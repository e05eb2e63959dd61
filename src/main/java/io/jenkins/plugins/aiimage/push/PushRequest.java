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

    /** Where registries have it, or would have it by that name; none for an id. */
    List<InRegistry> inRegistries();

    /**
     * One that the engine has under some name.
     *
     * @param candidates names with their tag, the likeliest first
     */
    record Named(String name, List<String> candidates, List<InRegistry> inRegistries)
        implements Wanted {
      public Named {
        candidates = List.copyOf(candidates);
        inRegistries = List.copyOf(inRegistries);
      }
    }

    /**
     * One that the engine knows by its id or by a digest, which no other image can have.
     *
     * @param candidates ways to write it, the likeliest first
     */
    record Exact(String name, List<String> candidates, List<InRegistry> inRegistries)
        implements Wanted {
      public Exact {
        candidates = List.copyOf(candidates);
        inRegistries = List.copyOf(inRegistries);
      }
    }

    /**
     * One that a registry has.
     *
     * @param reference a tag, or a digest
     */
    record InRegistry(String name, Target where, String reference) implements Wanted {
      @Override
      public List<InRegistry> inRegistries() {
        return List.of(this);
      }

      @Override
      public String toString() {
        return where + (reference.indexOf(':') >= 0 ? "@" : ":") + reference;
      }
    }
  }
}
