package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The disk of an engine.
 *
 * @param folder where it keeps its images; empty where that is no folder of this machine
 */
record Room(Optional<Path> folder) {
  static Room of(Engine engine) throws EngineException {
    return new Room(engine.dataRoot());
  }

  /** In bytes, as it is now; empty where nobody knows. */
  Optional<Long> free() {
    try {
      return folder.isPresent()
          ? Optional.of(Files.getFileStore(folder.get()).getUsableSpace())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
