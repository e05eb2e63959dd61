package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.cli.Eventually;
import io.jenkins.plugins.aiimage.cli.Lab;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An engine that may be spoilt: {@code bin/lab} starts it and takes everything away. */
final class OwnEngine implements AutoCloseable {
  private final Process lab;
  private final Path folder;
  private final String host;

  private OwnEngine(Process lab, Path folder, String host) {
    this.lab = lab;
    this.folder = folder;
    this.host = host;
  }

  /**
   * Starts an engine, or skips the test where that is not possible.
   *
   * @param folder where it keeps everything
   */
  static OwnEngine start(Path folder, Lab lab) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "bin/lab", "run", "--private-engine", "sh", "-c", "echo \"$DOCKER_HOST\"; exec cat");
    builder.environment().put("AI_IMAGE_LAB", folder.toString());
    builder.environment().put("AI_IMAGE_REGISTRY", lab.registry());
    Path log = Files.createTempFile("own-engine", ".log");
    Process process = builder.redirectError(log.toFile()).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String host = out.readLine();
    assumeTrue(host != null, Files.readString(log));
    Files.delete(log);
    return new OwnEngine(process, folder.resolve(Long.toString(process.pid())), host);
  }

  /** For DOCKER_HOST. */
  String host() {
    return host;
  }

  private Path pidFile() {
    return folder.resolve("engine.pid");
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readString(pidFile()).strip());
  }

  /** Ends it by SIGKILL, so that it can put nothing in order, and starts it again on request. */
  Killed kill() throws IOException, InterruptedException {
    long pid = pid();
    String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
    // Its containerd dies with it, a moment later: an engine started meanwhile would wait for it.
    List<ProcessHandle> own =
        new ArrayList<>(ProcessHandle.of(pid).orElseThrow().children().toList());
    own.add(ProcessHandle.of(pid).orElseThrow());
    Host.signal("KILL", pid);
    Eventually.holds("the engine ends", () -> own.stream().noneMatch(ProcessHandle::isAlive));
    return new Killed(List.of(line.split("\0", -1)).subList(0, line.split("\0", -1).length - 1));
  }

  /** An engine that was killed, with the command that started it. */
  final class Killed {
    private final List<String> command;

    private Killed(List<String> command) {
      this.command = command;
    }

    /** Starts it again on what it left; {@code lab} is one of its own. */
    void restart(Lab lab) throws IOException {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(folder.resolve("dockerd-again.log").toFile());
      Files.writeString(pidFile(), Long.toString(builder.start().pid()));
      Eventually.holds("the engine answers", () -> lab.dockerSays("version").exitCode() == 0);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    lab.getOutputStream().close();
    int unused = lab.waitFor();
  }
}
