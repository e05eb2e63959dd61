package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.Repository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The tags of a registry's repository, what each points at, and what that is made of. */
final class Survey {
  /** Before a digest, in the tags of what is attached to an image where referrers have no API. */
  private static final String ATTACHED = "sha256-";

  private final Repository repository;
  private final ContentsReader reader;
  private final String prefix;
  private final Crew crew;
  private final Map<String, Descriptor> byTag = new TreeMap<>();
  private final Map<Descriptor, Contents> ours = new HashMap<>();
  private final Map<Descriptor, Contents> others = new HashMap<>();

  /**
   * A survey of which nothing is known yet.
   *
   * @param name of the repository, with its registry
   */
  Survey(Repository repository, String name, Crew crew) {
    this.repository = repository;
    this.reader = new ContentsReader(repository);
    this.prefix = name + ":";
    this.crew = crew;
  }

  /**
   * Looks at the list of tags, at all that are new, and again at some that are known.
   *
   * @throws RegistryException if there is no list: of kind {@code NOT_FOUND} if no repository
   * @throws UnclearException if it is not known what a tag points at, or what that is made of
   */
  void look(Predicate<String> again) throws RegistryException, UnclearException {
    Set<String> listed = new TreeSet<>(repository.tags());
    byTag.keySet().retainAll(listed);
    listed.removeIf(tag -> byTag.containsKey(tag) && !again.test(tag));
    crew.ask(listed, this::head)
        .forEach(
            (tag, there) ->
                there.ifPresentOrElse(found -> byTag.put(tag, found), () -> byTag.remove(tag)));
    Set<Descriptor> unread = new HashSet<>();
    Set<Descriptor> unreadOthers = new HashSet<>();
    byTag.forEach((tag, image) -> (CacheTags.isOwn(tag) ? unread : unreadOthers).add(image));
    unread.removeAll(ours.keySet());
    unreadOthers.removeAll(others.keySet());
    ours.putAll(crew.ask(unread, reader::ofOurs));
    others.putAll(crew.ask(unreadOthers, reader::ofOthers));
  }

  /** Empty for a tag that is gone, or whose manifest is. */
  private Optional<Descriptor> head(String tag) throws UnclearException {
    try {
      return repository.head(tag);
    } catch (RegistryException e) {
      throw new UnclearException(e.getMessage());
    }
  }

  /** All images that have a tag. */
  List<NamedImage> images() {
    Map<Descriptor, List<String>> tags = new HashMap<>();
    byTag.forEach((tag, image) -> tags.computeIfAbsent(image, any -> new ArrayList<>()).add(tag));
    List<NamedImage> images = new ArrayList<>();
    tags.forEach((image, names) -> images.add(image(image, names)));
    images.sort((one, other) -> one.digest().compareTo(other.digest()));
    return images;
  }

  private NamedImage image(Descriptor image, List<String> tags) {
    Contents contents = contents(image);
    return new NamedImage(
        image.digest().toString(),
        tags.stream().filter(CacheTags::isOwn).map(prefix::concat).toList(),
        tags.stream().filter(tag -> !CacheTags.isOwn(tag)).map(prefix::concat).toList(),
        contents.created(),
        contents.needs(),
        attached(image.digest()).map(tag -> prefix + tag + " belongs to it"));
  }

  private Optional<String> attached(Digest digest) {
    return byTag.keySet().stream()
        .filter(tag -> tag.startsWith(ATTACHED + digest.hex()))
        .findFirst();
  }

  private Contents contents(Descriptor image) {
    return ours.getOrDefault(image, others.getOrDefault(image, Contents.NONE));
  }

  /** The blobs of an image, by digest. */
  Map<String, Long> blobs(String digest) {
    return byTag.values().stream()
        .filter(image -> image.digest().toString().equals(digest))
        .findFirst()
        .map(image -> contents(image).blobs())
        .orElse(Map.of());
  }

  /** The blobs of all that still has a tag of this program. */
  Set<String> blobs() {
    Set<String> blobs = new HashSet<>();
    byTag.values().forEach(image -> blobs.addAll(contents(image).blobs().keySet()));
    return blobs;
  }

  /** An image is gone. */
  void forget(String digest) {
    byTag.values().removeIf(image -> image.digest().toString().equals(digest));
  }
}
