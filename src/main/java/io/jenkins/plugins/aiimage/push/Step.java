package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.cache.RegistryCache;
import java.util.List;
import java.util.Map;

/**
 * What is to be done for one image and one target.
 *
 * @param subject what the image is called in the log
 * @param tags to be set
 * @param pointing what those of them that exist point at now
 */
record Step(
    String subject,
    Target target,
    RegistryCache cache,
    Way way,
    List<String> tags,
    Map<String, String> pointing) {

  /** The tags that do not point at that digest yet. */
  List<String> tagsToSet(String digest) {
    return tags.stream().filter(tag -> !digest.equals(pointing.get(tag))).toList();
  }
}
