package io.jenkins.plugins.aiimage.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lock files among real processes. */
class FlightLocksIT {
  private static final int PROCESSES = 4;
  private static final int THREADS = 2;
  private static final int TURNS = 40;
  private static final FlightHolder SELF =
      FlightHolder.here(Map.of("BUILD_TAG", "counting"), Clock.systemUTC());

  @TempDir private Path folder;

  private Process start(String... arguments) throws IOException {
    List<String> words =
        new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-cp"));
    words.addAll(List.of(System.getProperty("java.class.path"), FlightLocksIT.class.getName()));
    words.add(folder.toString());
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return text.strip();
  }

  @Test
  void shouldNeverHaveTwoHoldersThoughFilesAreTakenAwayAllTheTime() throws Exception {
    Files.writeString(folder.resolve("count"), "0");
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(start("count"));
    }
    for (Process process : processes) {
      assertEquals("", output(process));
    }
    int expected = PROCESSES * THREADS * TURNS;
    assertEquals(String.valueOf(expected), Files.readString(folder.resolve("count")));
  }

  @Test
  void shouldKeepALockThatOthersOfTheSameProcessAskFor() throws Exception {
    FlightFolder files = new FlightFolder(folder);
    FlightLock.Attempt first = files.attempt("work", SELF);
    assertTrue(first instanceof FlightLock.Attempt.Held);
    assertTrue(files.attempt("work", SELF) instanceof FlightLock.Attempt.Taken);
    files.tidy(Instant.MAX);
    assertEquals("taken by " + SELF.words(), output(start("ask")));
    ((FlightLock.Attempt.Held) first).lock().close();
    assertEquals("free", output(start("ask")));
  }

  /** The other process. */
  public static void main(String... arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    if (arguments[1].equals("count")) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        threads.add(new Thread(() -> count(folder)));
        threads.get(i).start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      return;
    }
    FlightLock.Attempt attempt = new FlightFolder(folder).attempt("work", SELF);
    System.out.println(
        attempt instanceof FlightLock.Attempt.Taken taken
            ? "taken by " + taken.holder().orElseThrow().words()
            : "free");
  }

  /** Reading, adding and writing lose a number whenever two do it at once. */
  private static void count(Path folder) {
    FlightFolder files = new FlightFolder(folder.resolve("flights"));
    Path count = folder.resolve("count");
    try {
      for (int turn = 0; turn < TURNS; ) {
        if (files.attempt("count", SELF) instanceof FlightLock.Attempt.Held held) {
          int number = Integer.parseInt(Files.readString(count));
          Files.writeString(count, String.valueOf(number + 1));
          held.lock().close();
          turn++;
        }
        files.tidy(Instant.MAX);
      }
    } catch (IOException | RuntimeException e) {
      e.printStackTrace(System.out);
    }
  }
}
