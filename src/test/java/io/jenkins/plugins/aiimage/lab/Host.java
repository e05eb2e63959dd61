package io.jenkins.plugins.aiimage.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** This machine's programs and processes. */
final class Host {
  private Host() {}

  /** Runs a program to its end; what it said, if that was not 0. */
  static Optional<String> complaint(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
  }

  /** The processes that have this in their command line; this one's own are not meant. */
  static List<String> processes(String text) {
    return others(text).map(process -> process.info().commandLine().orElse("")).toList();
  }

  private static Stream<ProcessHandle> others(String text) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> process.info().commandLine().orElse("").contains(text));
  }

  /**
   * Sends a signal.
   *
   * @param signal its name, for instance {@code INT}
   */
  static void signal(String signal, long process) throws IOException, InterruptedException {
    Optional<String> complaint = complaint("kill", "-" + signal, Long.toString(process));
    if (complaint.isPresent()) {
      throw new IOException(complaint.get());
    }
  }
}
