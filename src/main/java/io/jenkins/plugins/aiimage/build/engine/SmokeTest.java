package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A command line for the shell of an image, to be run in a fresh container that does not stay.
 *
 * @param network of the container, such as {@code none}; empty: the engine's default
 * @param timeout after which it is killed
 */
public record SmokeTest(String commandLine, Optional<String> network, Duration timeout) {
  private static final int LINES_KEPT = 20;

  /**
   * How it ended.
   *
   * @param exitCode empty if it was killed
   * @param complaint the last line that says what went wrong
   * @param lastLines of its output
   */
  public record Outcome(Optional<Integer> exitCode, String complaint, List<String> lastLines) {
    public Outcome {
      lastLines = List.copyOf(lastLines);
    }

    static Outcome of(ShortCommand.Result answer) {
      boolean killed = answer.exitCode() == ShortCommand.KILLED;
      return new Outcome(
          killed ? Optional.empty() : Optional.of(answer.exitCode()),
          answer.complaint(),
          killed ? List.of() : last(answer));
    }

    /** Of a test that did not end, with what it had said. */
    static Outcome killed(Duration timeout, ShortCommand.Result soFar) {
      return new Outcome(
          Optional.empty(), "no end within " + timeout.toSeconds() + " s", last(soFar));
    }

    private static List<String> last(ShortCommand.Result answer) {
      List<String> lines = answer.output().lines().toList();
      return lines.subList(Math.max(0, lines.size() - LINES_KEPT), lines.size());
    }

    public boolean passed() {
      return exitCode.filter(code -> code == 0).isPresent();
    }

    /** Why it did not pass: its exit code, if it has one, and its last words. */
    public String words() {
      return exitCode.map(code -> "exit code " + code + ": ").orElse("") + complaint;
    }
  }
}
