package io.jenkins.plugins.aiimage.clean;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a manifest in a registry says of itself; it never changes.
 *
 * @param created of the configuration; of an index the newest of its images
 * @param blobs their sizes by digest; compressed
 * @param needs digests of the manifests below an index
 */
record Contents(Optional<Instant> created, Map<String, Long> blobs, Set<String> needs) {
  static final Contents NONE = new Contents(Optional.empty(), Map.of(), Set.of());

  Contents {
    blobs = Map.copyOf(blobs);
    needs = Set.copyOf(needs);
  }

  /** An index with one more image; the newest counts, and what has no date says nothing. */
  Contents and(String digest, Contents image) {
    Map<String, Long> allBlobs = new HashMap<>(blobs);
    allBlobs.putAll(image.blobs());
    Set<String> allNeeds = new HashSet<>(needs);
    allNeeds.add(digest);
    allNeeds.addAll(image.needs());
    Optional<Instant> newest =
        Stream.concat(created.stream(), image.created().stream()).max(Instant::compareTo);
    return new Contents(newest, allBlobs, allNeeds);
  }
}
