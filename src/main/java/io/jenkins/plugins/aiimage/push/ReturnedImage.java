package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.registry.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An image that a Jenkinsfile names by the map that a step returned. What is taken of it is the one
 * name that stays: the digest in the registry or, of an image that is in an engine only, its id.
 */
public final class ReturnedImage {
  private static final String REFERENCE = "reference";

  private ReturnedImage() {}

  /**
   * The arguments with a name in place of each such map, alone or in a list. A map without an
   * image, as a dry run returns it, becomes a blank text.
   *
   * @param parameter that names the image or images
   */
  public static Map<String, Object> named(Map<String, Object> arguments, String parameter) {
    Map<String, Object> named = new LinkedHashMap<>(arguments);
    Object given = arguments.get(parameter);
    if (given instanceof Map<?, ?> map) {
      named.put(parameter, reference(map));
      if (isInEngineOnly(map)) {
        whereItBelongs(map, named);
      }
    } else if (given instanceof Iterable<?> several) {
      List<Object> names = new ArrayList<>();
      several.forEach(one -> names.add(one instanceof Map<?, ?> map ? reference(map) : one));
      named.put(parameter, names);
    }
    return named;
  }

  private static String reference(Map<?, ?> map) {
    Object reference = map.get(REFERENCE);
    return reference == null ? "" : reference.toString();
  }

  /** Only a step that may leave it there says so. */
  private static boolean isInEngineOnly(Map<?, ?> map) {
    return map.get(REFERENCE) != null && Boolean.FALSE.equals(map.get("published"));
  }

  /** An id says nothing of that, but the step knew it. */
  private static void whereItBelongs(Map<?, ?> map, Map<String, Object> arguments) {
    if (!(map.get("image") instanceof CharSequence text)) {
      return;
    }
    String image = text.toString();
    int slash = image.lastIndexOf('/');
    int colon = image.indexOf(':', slash + 1);
    String name = colon < 0 ? image : image.substring(0, colon);
    String registry = ImageReference.parse(name).registry();
    boolean named = name.startsWith(registry + "/");
    if (named) {
      arguments.putIfAbsent("registry", List.of(registry));
    }
    arguments.putIfAbsent("repository", named ? name.substring(registry.length() + 1) : name);
  }
}
