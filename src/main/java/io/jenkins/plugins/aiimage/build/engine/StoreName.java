package io.jenkins.plugins.aiimage.build.engine;

import java.util.List;

/**
 * The names under which the store keeps what a name without a registry stands for: {@code x:1} that
 * was built here is {@code localhost/x:1}, one that was pulled {@code docker.io/library/x:1}.
 */
final class StoreName {
  private StoreName() {}

  /** Whether an image with these names is meant by the name. */
  static boolean means(String name, List<String> stored) {
    return stored.contains(name)
        || stored.contains("localhost/" + name)
        || stored.contains("docker.io/" + name)
        || stored.contains("docker.io/library/" + name);
  }
}
