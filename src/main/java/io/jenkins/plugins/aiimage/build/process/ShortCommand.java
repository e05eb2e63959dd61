package io.jenkins.plugins.aiimage.build.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a command whose whole output fits in memory. */
public final class ShortCommand {
  /** Stands for the exit code of a command that was killed by us. */
  public static final int KILLED = -1;

  private ShortCommand() {}

  /** What a command said and how it ended. */
  public record Result(int exitCode, String output) {
    public boolean succeeded() {
      return exitCode == 0;
    }

    /** The last line that is not empty. */
    public String lastLine() {
      String[] lines = output.strip().split("\n", -1);
      return lines[lines.length - 1].strip();
    }

    /** The last line that says what went wrong: docker ends with advice on its own help. */
    public String complaint() {
      List<String> lines =
          output.lines().map(String::strip).filter(line -> !isAdvice(line)).toList();
      return lines.isEmpty() ? "no message" : lines.get(lines.size() - 1);
    }

    private static boolean isAdvice(String line) {
      return line.isEmpty()
          || line.startsWith("Run 'docker ")
          || line.startsWith("See 'docker ")
          || line.startsWith("time=");
    }
  }

  /** Runs it; kills it at the time-out or when the run is aborted. */
  public static Result run(Command command, Duration timeout, Abort abort) throws IOException {
    Process process = command.start();
    FutureTask<String> output = new FutureTask<>(() -> read(process));
    Thread reader = new Thread(output, "ai-image output of " + command.words().get(0));
    reader.setDaemon(true);
    reader.start();
    try (Abort.Registration watching = abort.onRequest(() -> ProcessTree.kill(process))) {
      String text = output.get(Math.max(0, timeout.toMillis()), TimeUnit.MILLISECONDS);
      return abort.requested()
          ? new Result(KILLED, "aborted")
          : new Result(process.waitFor(), text);
    } catch (TimeoutException e) {
      ProcessTree.kill(process);
      return new Result(KILLED, "no end within " + timeout.toSeconds() + " s");
    } catch (ExecutionException e) {
      ProcessTree.kill(process);
      return new Result(KILLED, String.valueOf(e.getCause().getMessage()));
    } catch (InterruptedException e) {
      ProcessTree.kill(process);
      Thread.currentThread().interrupt();
      return new Result(KILLED, "interrupted");
    }
  }

  private static String read(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
