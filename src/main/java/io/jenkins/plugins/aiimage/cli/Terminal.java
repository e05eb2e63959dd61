package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.report.Problem;
import java.io.PrintStream;
import java.util.Map;

/** What a command sees of the place where it was typed. */
record Terminal(Map<String, String> environment, PrintStream out, PrintStream err) {
  Terminal {
    environment = Map.copyOf(environment);
  }

  /** Says one sentence and answers the exit code. */
  int refuse(Problem problem, String sentence) {
    err.println("ai-image: " + sentence);
    return problem.exitCode();
  }

  /** True if a person watches, as far as Java can tell: both ends are a terminal. */
  boolean isInteractive() {
    return System.console() != null && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  /** In columns. */
  int width() {
    try {
      return Math.max(20, Integer.parseInt(environment.getOrDefault("COLUMNS", "80")));
    } catch (NumberFormatException e) {
      return 80;
    }
  }
}
