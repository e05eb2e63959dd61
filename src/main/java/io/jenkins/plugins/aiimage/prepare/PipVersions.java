package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.time.Duration;
import java.util.Optional;

/** Which pip is first on the path of an image. An image never changes, so it is asked once. */
record PipVersions(Engine engine, StateFolder state) {
  private static final String FOLDER = "pip";
  private static final String BEGINNING = "pip ";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * For instance {@code 24.2}; empty if it has none, or does not tell.
   *
   * @param forFetching how long fetching the image may take
   */
  Optional<String> of(String image, Duration forFetching) throws EngineException {
    Optional<Engine.LocalImage> local = engine.image(image);
    if (local.isEmpty() && engine.pull(image, forFetching).isEmpty()) {
      local = engine.image(image);
    }
    if (local.isEmpty()) {
      return Optional.empty();
    }
    String id = local.get().id();
    String file = id.substring(id.indexOf(':') + 1);
    Optional<String> known = state.read(FOLDER, file).map(String::strip);
    if (known.isPresent()) {
      return known;
    }
    Optional<String> version =
        engine.output(id, PATIENCE, "pip", "--version").flatMap(PipVersions::version);
    version.ifPresent(found -> state.write(FOLDER, file, found));
    return version;
  }

  /** {@code 24.2} of {@code pip 24.2 from /usr/lib/… (python 3.12)}. */
  static Optional<String> version(String output) {
    for (String line : output.lines().toList()) {
      String[] words = line.strip().split(" ", 3);
      boolean named = line.startsWith(BEGINNING) && words.length > 1;
      if (named && !words[1].isEmpty() && Character.isDigit(words[1].charAt(0))) {
        return Optional.of(words[1]);
      }
    }
    return Optional.empty();
  }
}
