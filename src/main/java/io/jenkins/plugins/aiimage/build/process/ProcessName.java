package io.jenkins.plugins.aiimage.build.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A process as text that is kept, so that another run can tell whether it still runs. */
public final class ProcessName {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

  private ProcessName() {}

  /** Process ids mean something in one process namespace, until the machine starts anew. */
  public static String machine() {
    try {
      return Files.readString(BOOT).strip() + "/" + Files.readSymbolicLink(NAMESPACE);
    } catch (IOException | UnsupportedOperationException e) {
      return "unknown";
    }
  }

  /** On its machine: a number alone is soon another process's. */
  public static String of(ProcessHandle process) {
    return process.pid()
        + " "
        + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** The process of that name on this machine, if it still runs. */
  public static Optional<ProcessHandle> find(String name) {
    int blank = name.indexOf(' ');
    try {
      return ProcessHandle.of(Long.parseLong(name.substring(0, Math.max(0, blank))))
          .filter(process -> process.isAlive() && of(process).equals(name));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
