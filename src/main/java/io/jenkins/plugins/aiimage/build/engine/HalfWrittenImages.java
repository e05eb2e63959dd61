package io.jenkins.plugins.aiimage.build.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Images whose writer was killed in the middle. While there is one, podman and buildah list no
 * images at all (podman 4.3, buildah 1.28), so it must not stay.
 */
record HalfWrittenImages(StoreClient client) {
  private static final Pattern NAMED =
      Pattern.compile("image with ID \"([0-9a-f]{64})\" \\(consider removing");

  /** An image is written within milliseconds; what is unreadable for longer, nobody writes. */
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(3);

  private static final int MOST = 5;

  void remove() throws EngineException {
    for (int round = 0; round < MOST; round++) {
      Optional<String> id = any();
      if (id.isEmpty() || !stays(id.get())) {
        return;
      }
      String unused = client.must("rmi", "--force", id.get());
    }
  }

  private Optional<String> any() throws EngineException {
    Matcher named = NAMED.matcher(client.run("images").output());
    return named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }

  /** False as soon as it can be read: then another build was just writing it. */
  private boolean stays(String id) throws EngineException {
    long end = System.nanoTime() + LONGEST_WRITE.toNanos();
    while (System.nanoTime() < end) {
      if (!any().equals(Optional.of(id))) {
        return false;
      }
    }
    return true;
  }
}
