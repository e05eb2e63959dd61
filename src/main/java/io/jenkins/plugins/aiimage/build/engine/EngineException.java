package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.report.Problem;

/** The container engine cannot be used. The message is one sentence with what to do. */
public final class EngineException extends Exception {
  private final Problem problem;

  public EngineException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
