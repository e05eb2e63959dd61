package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.build.engine.Stock.StoredImage;
import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells the names that this program gave an image of the engine from those that people gave. */
final class LocalNames {
  private LocalNames() {}

  /**
   * The image as each repository has it that this program named it in.
   *
   * @param wanted repositories, without registry; none for all
   * @param held by id, why an image must stay whatever its names
   */
  static Map<String, NamedImage> of(
      StoredImage image, List<String> wanted, Map<String, String> held) {
    Map<String, List<String>> own = new TreeMap<>();
    List<String> others = new ArrayList<>();
    for (String name : image.names()) {
      int colon = name.lastIndexOf(':');
      if (colon < 0 || !CacheTags.isOwn(name.substring(colon + 1))) {
        others.add(name);
      } else if (isWanted(name, wanted)) {
        own.computeIfAbsent(name.substring(0, colon), any -> new ArrayList<>()).add(name);
      }
    }
    Optional<String> heldBy = Optional.ofNullable(held.get(image.id()));
    Map<String, NamedImage> byRepository = new TreeMap<>();
    own.forEach(
        (repository, names) ->
            byRepository.put(
                repository,
                new NamedImage(image.id(), names, others, image.created(), Set.of(), heldBy)));
    return byRepository;
  }

  /** Whatever the registry; a name without one may have been completed by the engine. */
  private static boolean isWanted(String name, List<String> wanted) {
    if (wanted.isEmpty()) {
      return true;
    }
    try {
      String repository = ImageReference.parse(name).repository();
      return wanted.stream()
          .anyMatch(one -> repository.equals(one) || repository.equals("library/" + one));
    } catch (InvalidReferenceException e) {
      return false;
    }
  }
}
