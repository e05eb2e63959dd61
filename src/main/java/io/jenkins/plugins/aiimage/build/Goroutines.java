package io.jenkins.plugins.aiimage.build;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer of a Go program to SIGQUIT, a line for each goroutine that waits for something: its
 * state and the first function that is not the runtime's own.
 */
final class Goroutines {
  private static final int KEPT = 20;

  private Goroutines() {}

  /** At most 20 of them; empty for a text that is no such answer. */
  static List<String> of(List<String> lines) {
    List<String> goroutines = new ArrayList<>();
    String header = "";
    for (String line : lines) {
      if (line.startsWith("goroutine ") && line.endsWith(":")) {
        header = line.substring(0, line.length() - 1);
      } else if (!header.isEmpty() && isCall(line)) {
        goroutines.add(header + " " + line.substring(0, line.lastIndexOf('(')));
        header = "";
      }
      if (goroutines.size() == KEPT) {
        break;
      }
    }
    return goroutines;
  }

  private static boolean isCall(String line) {
    return !line.startsWith("\t")
        && line.endsWith(")")
        && line.lastIndexOf('(') > 0
        && !line.startsWith("runtime.")
        && !line.startsWith("internal/poll.")
        && !line.startsWith("created by ");
  }
}
