package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.registry.ImageReference;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to go where.
 *
 * @param imageId exactly this image, {@code sha256:…}
 * @param destination {@code HOST[:PORT]/REPOSITORY:TAG}
 * @param timeout for all of it
 * @param stallTimeout how long nothing may be heard of it
 */
public record ImagePush(
    String imageId, String destination, Duration timeout, Duration stallTimeout) {
  public ImagePush {
    ImageReference name = ImageReference.parse(destination);
    if (name.tag().isEmpty() || name.digest().isPresent()) {
      throw new IllegalArgumentException(
          "\"" + destination + "\" is no destination of a push: write a repository and a tag.");
    }
  }

  ImageReference name() {
    return ImageReference.parse(destination);
  }

  /** The destination without its tag. */
  String repository() {
    ImageReference name = name();
    return new ImageReference(name.registry(), name.repository(), Optional.empty(), name.digest())
        .toString();
  }

  String tag() {
    return name().reference();
  }
}
