package io.jenkins.plugins.aiimage.report;

/** Why the run failed. */
public record Failure(Problem problem, String message) {
  Failure brief(Brief how) {
    return new Failure(problem, how.sentence(message));
  }
}
