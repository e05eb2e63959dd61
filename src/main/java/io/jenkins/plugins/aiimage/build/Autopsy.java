package io.jenkins.plugins.aiimage.build;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks a builder where it hangs, before it is killed. The builders' programs are written in Go. */
final class Autopsy {
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final int LONGEST_ANSWER = 5_000;

  private Autopsy() {}

  /**
   * What a Go program answers to SIGQUIT, of which it dies; empty where there is no such signal.
   *
   * @param output what the program says
   */
  static List<String> of(Process program, Output output) throws InterruptedException {
    try {
      Process kill =
          new ProcessBuilder("kill", "-QUIT", String.valueOf(program.pid()))
              .redirectErrorStream(true)
              .start();
      if (!kill.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || kill.exitValue() != 0) {
        kill.destroyForcibly();
        return List.of();
      }
    } catch (IOException e) {
      return List.of();
    }
    return Goroutines.of(answer(output));
  }

  private static List<String> answer(Output output) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lines.size() < LONGEST_ANSWER && System.nanoTime() < end) {
      Optional<Output.News> news = output.await(Duration.ofNanos(end - System.nanoTime()));
      if (news.isPresent() && news.get() instanceof Output.News.Ended) {
        break;
      }
      if (news.isPresent() && news.get() instanceof Output.News.Line line) {
        lines.add(line.text());
      }
    }
    return lines;
  }
}
