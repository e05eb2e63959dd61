package io.jenkins.plugins.aiimage.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who does a piece of work, for those who wait for it.
 *
 * @param host name of the machine: a home folder may be shared by several
 * @param since when it began
 * @param what the build of Jenkins, or the folder in which the command was typed
 */
public record FlightHolder(long pid, String host, Instant since, String what) {
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final int LINES = 4;

  public FlightHolder {
    host = oneLine(host);
    what = oneLine(what);
  }

  /** This process, from now on. */
  public static FlightHolder here(Map<String, String> environment, Clock clock) {
    return new FlightHolder(
        ProcessHandle.current().pid(), host(environment), clock.instant(), what(environment));
  }

  private static String what(Map<String, String> environment) {
    String job = environment.getOrDefault("JOB_NAME", "");
    String number = environment.getOrDefault("BUILD_NUMBER", "");
    if (!job.isBlank() && !number.isBlank()) {
      return job + "#" + number;
    }
    String tag = environment.getOrDefault("BUILD_TAG", "");
    return tag.isBlank() ? System.getProperty("user.dir", "") : tag;
  }

  /** This machine's name. Not asked of a name server, which may take its time. */
  public static String host(Map<String, String> environment) {
    try {
      return Files.readString(HOST_NAME).strip();
    } catch (IOException e) {
      String windows = environment.getOrDefault("COMPUTERNAME", "this machine");
      return environment.getOrDefault("HOSTNAME", windows);
    }
  }

  /** As a person reads it: {@code pid 4711 on agent-3 (team/image#12)}. */
  public String words() {
    return "pid " + pid + " on " + host + (what.isEmpty() ? "" : " (" + what + ")");
  }

  /** As a lock file has it. */
  String text() {
    return pid + "\n" + host + "\n" + since.toEpochMilli() + "\n" + what + "\n";
  }

  /** Empty if a lock file says nothing yet, or not any more, or something else. */
  static Optional<FlightHolder> parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != LINES) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new FlightHolder(
              Long.parseLong(lines.get(0)),
              lines.get(1),
              Instant.ofEpochMilli(Long.parseLong(lines.get(2))),
              lines.get(3)));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return line.toString().strip();
  }
}
