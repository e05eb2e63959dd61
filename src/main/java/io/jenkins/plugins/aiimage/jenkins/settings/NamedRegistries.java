package io.jenkins.plugins.aiimage.jenkins.settings;

import io.jenkins.plugins.aiimage.registry.ImageReference;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The registries that the names of a step's images begin with. */
public final class NamedRegistries {
  private NamedRegistries() {}

  /** That of the first image that has one; with {@code http://} if the name has it. */
  public static Optional<String> first(Map<String, List<String>> values) {
    return each(values).stream().filter(registry -> !registry.isEmpty()).findFirst();
  }

  /** That of each image once, in order; an empty text for images that have none. */
  static List<String> each(Map<String, List<String>> values) {
    return Stream.of("image", "from")
        .flatMap(name -> values.getOrDefault(name, List.of()).stream())
        .filter(name -> !name.isBlank())
        .map(NamedRegistries::registry)
        .distinct()
        .toList();
  }

  private static String registry(String image) {
    String name = image.strip();
    int authority = name.indexOf("://") + 1;
    if (authority > 0) {
      authority += 2;
    }
    String rest = name.substring(authority);
    try {
      String registry = ImageReference.parse(rest).registry();
      return rest.startsWith(registry + "/") ? name.substring(0, authority) + registry : "";
    } catch (InvalidReferenceException e) {
      // An id, or nothing that could be a name: the run says so.
      return "";
    }
  }
}
