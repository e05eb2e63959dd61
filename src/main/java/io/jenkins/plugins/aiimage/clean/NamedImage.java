package io.jenkins.plugins.aiimage.clean;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An image with all that decides whether it may go.
 *
 * @param digest of its manifest, or its id in an engine
 * @param own the names that this program set, in full
 * @param others the names that people set, in full
 * @param created empty where it does not say, or cannot be read
 * @param needs digests of the images that it is made of: those of an index
 * @param heldBy what else needs it, as a reason to keep it
 */
record NamedImage(
    String digest,
    List<String> own,
    List<String> others,
    Optional<Instant> created,
    Set<String> needs,
    Optional<String> heldBy) {
  NamedImage {
    own = List.copyOf(own);
    others = List.copyOf(others);
    needs = Set.copyOf(needs);
  }
}
