package io.jenkins.plugins.aiimage.build.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program to run, its arguments as they are (no shell ever reads them) and its whole environment.
 */
public record Command(List<String> words, Map<String, String> environment) {
  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  public Command and(String... more) {
    List<String> longer = new ArrayList<>(words);
    longer.addAll(List.of(more));
    return new Command(longer, environment);
  }

  /** Starts it with standard error joined to standard output and nothing to read. */
  public Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }
}
