package io.jenkins.plugins.aiimage.build.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs a command whose lines are heard while it runs. */
public final class WatchedCommand {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final int LINES_KEPT = 100;

  private final Process process;
  private final Abort abort;
  private final BlockingQueue<Optional<String>> news = new LinkedBlockingQueue<>();
  private final Deque<String> kept = new ArrayDeque<>();

  private WatchedCommand(Process process, Abort abort) {
    this.process = process;
    this.abort = abort;
  }

  /**
   * How it ended.
   *
   * @param killed why, if it was
   * @param result of the command, with its last lines
   */
  public record Outcome(Optional<Interruption> killed, ShortCommand.Result result) {}

  /**
   * Runs it; kills it when it is silent and idle for too long, at the time-out, or when the run is
   * aborted.
   *
   * @param busy makes of the process what tells whether it was busy since that was last asked
   * @param lines told of each line, by this thread
   */
  public static Outcome run(
      Command command,
      Patience patience,
      Abort abort,
      Function<ProcessHandle, BooleanSupplier> busy,
      Consumer<String> lines)
      throws IOException {
    Process process = command.start();
    WatchedCommand watched = new WatchedCommand(process, abort);
    Thread reader = new Thread(watched::read, "ai-image output of " + command.words().get(0));
    reader.setDaemon(true);
    reader.start();
    try (Abort.Registration watching = abort.onRequest(watched::wake)) {
      Optional<Interruption> killed =
          watched.follow(patience, busy.apply(process.toHandle()), lines);
      if (killed.isPresent()) {
        ProcessTree.kill(process);
        return watched.outcome(killed, ShortCommand.KILLED);
      }
      return watched.outcome(killed, process.waitFor());
    } catch (InterruptedException e) {
      ProcessTree.kill(process);
      Thread.currentThread().interrupt();
      return watched.outcome(Optional.of(Interruption.ABORTED), ShortCommand.KILLED);
    } catch (RuntimeException | Error e) {
      ProcessTree.kill(process);
      throw e;
    }
  }

  private Outcome outcome(Optional<Interruption> killed, int exitCode) {
    return new Outcome(killed, new ShortCommand.Result(exitCode, String.join("\n", kept)));
  }

  /** Until it ends by itself; otherwise why it must be killed. */
  private Optional<Interruption> follow(
      Patience patience, BooleanSupplier busy, Consumer<String> lines) throws InterruptedException {
    long began = System.nanoTime();
    long alive = began;
    while (true) {
      if (abort.requested()) {
        return Optional.of(Interruption.ABORTED);
      }
      long now = System.nanoTime();
      if (now - began >= patience.total().toNanos()) {
        return Optional.of(Interruption.OUT_OF_TIME);
      }
      Optional<String> line = news.poll(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        alive = busy.getAsBoolean() ? System.nanoTime() : alive;
        if (System.nanoTime() - alive >= patience.silence().toNanos()) {
          return Optional.of(Interruption.SILENT);
        }
      } else if (line.isEmpty()) {
        if (!abort.requested()) {
          return Optional.empty();
        }
      } else {
        alive = System.nanoTime();
        keep(line.get());
        lines.accept(line.get());
      }
    }
  }

  private void keep(String line) {
    if (kept.size() == LINES_KEPT) {
      kept.removeFirst();
    }
    kept.add(line);
  }

  private void wake() {
    boolean unused = news.offer(Optional.empty());
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        news.add(Optional.of(line));
      }
    } catch (IOException e) {
      // It was killed: its output ends here.
      return;
    } finally {
      wake();
    }
  }
}
