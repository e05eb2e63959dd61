package io.jenkins.plugins.aiimage.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Notes the arguments of every process on this machine for as long as it is open. */
final class ProcessLists implements AutoCloseable {
  private final Set<String> lines = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread looking = new Thread(this::look, "process-lists");

  ProcessLists() {
    looking.setDaemon(true);
    looking.start();
  }

  String seen() {
    return String.join("\n", lines);
  }

  private void look() {
    try {
      do {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
          all.forEach(this::note);
        } catch (IOException e) {
          // There is no such list on this machine.
          return;
        }
      } while (!closed.await(5, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(Path process) {
    try {
      lines.add(
          new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // It has ended.
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
