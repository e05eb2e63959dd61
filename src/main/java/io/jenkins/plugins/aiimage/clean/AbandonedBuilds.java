package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.build.RunningBuilds;
import io.jenkins.plugins.aiimage.build.engine.Builder;
import io.jenkins.plugins.aiimage.build.engine.EngineChoice;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Builds whose run was killed: their processes and containers are still there. */
record AbandonedBuilds(Path state) {

  /** Stops those of every builder that this machine has, as the next build by it would. */
  void stop(Engines engines) {
    Path folder = state.resolve("running");
    if (isEmpty(folder)) {
      return;
    }
    RunningBuilds running = new RunningBuilds(folder);
    for (String name : Engines.BUILDERS) {
      try {
        EngineChoice choice = new EngineChoice(name, Optional.empty(), Set.of());
        Builder builder = engines.chosen(choice).builder();
        running.stopAbandoned(builder.name(), builder::cleanUp);
      } catch (EngineException e) {
        // It is not here, so nothing of it can be taken away.
      }
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> notes = Files.list(folder)) {
      return notes.findAny().isEmpty();
    } catch (IOException e) {
      return true;
    }
  }
}
