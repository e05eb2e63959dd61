package io.jenkins.plugins.aiimage.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stays and what goes of one repository.
 *
 * @param olderThan the age below which nothing goes
 * @param keep how many of the newest stay whatever their age
 */
record Retention(Duration olderThan, int keep) {
  /** What is younger may be a phase that a run is about to build on. */
  static final Duration YOUNGEST = Duration.ofHours(1);

  /**
   * No image is older than the first container engine of this kind: tools that make the same bytes
   * every time write 1970, or 1980.
   */
  private static final Instant FIRST = Instant.parse("2013-01-01T00:00:00Z");

  Retention {
    olderThan = olderThan.compareTo(YOUNGEST) < 0 ? YOUNGEST : olderThan;
  }

  /**
   * A verdict for each image, in their order.
   *
   * @param images all of the repository that have a name, those of people too
   */
  List<Verdict> judge(List<NamedImage> images, Instant now) {
    Set<String> newest = newest(images, now);
    Map<String, String> kept = new HashMap<>();
    for (NamedImage image : images) {
      reason(image, newest, now).ifPresent(reason -> kept.put(image.digest(), reason));
    }
    keepWhatIsNeeded(images, kept);
    return images.stream()
        .map(image -> new Verdict(image, Optional.ofNullable(kept.get(image.digest()))))
        .toList();
  }

  private Set<String> newest(List<NamedImage> images, Instant now) {
    Set<String> newest = new HashSet<>();
    images.stream()
        .filter(image -> !image.own().isEmpty() && isUsable(image.created(), now))
        .sorted(
            Comparator.comparing((NamedImage image) -> image.created().orElseThrow())
                .reversed()
                .thenComparing(NamedImage::digest))
        .limit(keep)
        .forEach(image -> newest.add(image.digest()));
    return newest;
  }

  private Optional<String> reason(NamedImage image, Set<String> newest, Instant now) {
    if (image.own().isEmpty()) {
      return Optional.of("it has no tag of this program");
    }
    if (!image.others().isEmpty()) {
      return Optional.of("it is " + image.others().get(0) + " too");
    }
    if (image.heldBy().isPresent()) {
      return image.heldBy();
    }
    if (!isUsable(image.created(), now)) {
      return Optional.of("it has no usable date");
    }
    if (newest.contains(image.digest())) {
      return Optional.of(keep == 1 ? "it is the newest" : "it is among the newest " + keep);
    }
    boolean young = image.created().orElseThrow().isAfter(now.minus(olderThan));
    return young ? Optional.of("it is young") : Optional.empty();
  }

  private static boolean isUsable(Optional<Instant> created, Instant now) {
    return created.isPresent() && !created.get().isBefore(FIRST) && !created.get().isAfter(now);
  }

  /** An index that stays keeps what it is made of, and that what it is made of itself. */
  private static void keepWhatIsNeeded(List<NamedImage> images, Map<String, String> kept) {
    Map<String, NamedImage> byDigest = new HashMap<>();
    images.forEach(image -> byDigest.put(image.digest(), image));
    Deque<NamedImage> staying = new ArrayDeque<>();
    images.stream().filter(image -> kept.containsKey(image.digest())).forEach(staying::add);
    while (!staying.isEmpty()) {
      NamedImage whole = staying.remove();
      for (String digest : whole.needs()) {
        NamedImage part = byDigest.get(digest);
        if (part != null && kept.putIfAbsent(digest, "it is part of " + name(whole)) == null) {
          staying.add(part);
        }
      }
    }
  }

  private static String name(NamedImage image) {
    return Stream.concat(image.others().stream(), image.own().stream())
        .findFirst()
        .orElse(image.digest());
  }
}
