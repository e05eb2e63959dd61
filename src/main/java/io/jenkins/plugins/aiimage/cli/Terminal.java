package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.report.Printable;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.Console;
import java.io.PrintStream;
import java.util.Map;

/** What a command sees of the place where it was typed. */
record Terminal(Map<String, String> environment, PrintStream out, PrintStream err) {
  Terminal {
    environment = Map.copyOf(environment);
  }

  /** Says one sentence and answers the exit code. */
  int refuse(Problem problem, String sentence) {
    err.println("ai-image: " + Printable.of(sentence));
    return problem.exitCode();
  }

  /** True if a person watches, as far as Java can tell: both ends are a terminal. */
  @SuppressWarnings("SystemConsoleNull") // What later Javas changed is asked for below.
  boolean isInteractive() {
    Console console = System.console();
    return console != null
        && isTerminal(console)
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  /** Since Java 22 there is always a console, and it is asked what it is. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
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
