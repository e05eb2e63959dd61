package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.report.Printable;
import io.jenkins.plugins.aiimage.report.Problem;

/**
 * Ends a run without success. The message is one sentence, in one line, for the person who asked
 * for it.
 */
public final class UseCaseException extends Exception {
  private final Problem problem;

  public UseCaseException(Problem problem, String message) {
    super(Printable.of(message));
    this.problem = problem;
  }

  public static UseCaseException input(String message) {
    return new UseCaseException(Problem.INPUT, message);
  }

  public Problem problem() {
    return problem;
  }
}
