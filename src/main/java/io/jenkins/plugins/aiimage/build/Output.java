package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.build.failure.Ansi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines of a process, read by a thread of their own, so that silence can be noticed. */
final class Output {
  private static final int LINES_WAITING = 10_000;

  private final BlockingQueue<News> news = new LinkedBlockingQueue<>(LINES_WAITING);

  /** What comes out of the wait for a line. */
  sealed interface News {
    /** A line that is not blank, without colours. */
    record Line(String text) implements News {}

    /** There will be no more lines. */
    record Ended() implements News {}

    /** Somebody woke the reader. */
    record Woken() implements News {}
  }

  static Output of(InputStream stream, String name) {
    Output output = new Output();
    Thread reader = new Thread(() -> output.read(stream), name);
    reader.setDaemon(true);
    reader.start();
    return output;
  }

  /** Empty if nothing happened for that long. */
  Optional<News> await(Duration time) throws InterruptedException {
    return Optional.ofNullable(news.poll(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS));
  }

  boolean hasNews() {
    return !news.isEmpty();
  }

  void wake() {
    boolean unused = news.offer(new News.Woken());
  }

  private void read(InputStream stream) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String plain = Ansi.strip(line);
        if (!plain.isBlank()) {
          news.put(new News.Line(plain));
        }
      }
    } catch (IOException e) {
      // The process was killed: its output ends here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      news.put(new News.Ended());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
