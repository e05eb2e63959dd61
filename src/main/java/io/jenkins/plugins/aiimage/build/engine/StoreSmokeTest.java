package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonArray;
import java.time.Duration;
import java.util.Optional;

/**
 * A smoke test by a build: {@code podman run} sets limits that a machine may not allow, and neither
 * knows the isolation chroot. ONBUILD instructions of the image are carried out before it, as
 * {@code buildah from} would do too.
 */
record StoreSmokeTest(StoreBuilder builder) {
  private static final String ALGORITHM = "sha256:";

  /** Empty if the command line ended with 0, otherwise its last words. */
  Optional<String> run(String image, String commandLine, Duration timeout) throws EngineException {
    JsonArray words = new JsonArray();
    words.add("/bin/sh");
    words.add("-c");
    words.add(commandLine);
    String id = image.startsWith(ALGORITHM) ? image.substring(ALGORITHM.length()) : image;
    return StoreOutput.failure(
        new ThrowAwayBuild(builder, Optional.empty(), timeout)
            .run("FROM " + id + "\nRUN " + words + "\n", Optional.empty()));
  }
}
