package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.report.Problem;

/** Ends a run without success. The message is one sentence for the person who asked for it. */
public final class PrepareException extends Exception {
  private final Problem problem;

  PrepareException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  static PrepareException input(String message) {
    return new PrepareException(Problem.INPUT, message);
  }

  public Problem problem() {
    return problem;
  }
}
