package io.jenkins.plugins.aiimage.build.engine;

/** The engine that was chosen and its builder; neither is asked before it is needed. */
public record ChosenEngine(Engines engines, EngineChoice choice) {

  /**
   * The engine.
   *
   * @throws EngineException if it is not there or does not answer
   */
  public Engine engine() throws EngineException {
    return engines.engine(choice);
  }

  /**
   * The builder.
   *
   * @throws EngineException if no engine answers, or none has that builder
   */
  public Builder builder() throws EngineException {
    return engines.builder(choice);
  }
}
