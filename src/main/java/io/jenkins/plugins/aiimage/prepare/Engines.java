package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.Abort;
import io.jenkins.plugins.aiimage.build.Engine;
import io.jenkins.plugins.aiimage.build.EngineException;
import java.util.Map;

/** The machine's engine, looked for when first needed: a hit in a registry needs none. */
final class Engines {
  private final Map<String, String> environment;
  private final Abort abort;
  private Engine found;

  Engines(Map<String, String> environment, Abort abort) {
    this.environment = Map.copyOf(environment);
    this.abort = abort;
  }

  /** The first that answers. */
  synchronized Engine any() throws EngineException {
    if (found == null) {
      found = Engine.first(environment, abort);
    }
    return found;
  }
}
