package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.cli.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as a process of its own that is ended amid its work. Each signal and moment by one
 * builder; with {@code -Dlaboratory=full} by every builder.
 */
class InterruptionIT {
  private static final boolean FULL = System.getProperty("laboratory", "").equals("full");
  private static final int AT_ONCE = 3;
  private static final Path JAR = Path.of(System.getProperty("aiImage.jar", "target/ai-image.jar"));
  private static final Path FIGURES = Path.of("target/laboratory/figures-interruption.md");

  @TempDir private static Path folder;
  private static List<String> builders = List.of();
  private static final List<Duration> UNTIL_NOTHING_WAS_LEFT =
      Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void tryBuilders() throws IOException {
    assumeTrue(Files.isReadable(JAR), "no " + JAR);
    builders = Builders.tried(folder.resolve("builders")).available();
  }

  @TestFactory
  Stream<DynamicTest> shouldLeaveNothingRunningAndFinishNextTime() {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    List<Interruption> all = FULL ? everyBuilder() : rotation();
    Stream<DynamicTest> tests =
        all.stream()
            .map(interruption -> test(interruption, workers.submit(() -> observe(interruption))))
            .toList()
            .stream();
    workers.shutdown();
    return tests;
  }

  private static List<Interruption> everyBuilder() {
    List<Interruption> all = new ArrayList<>();
    for (String builder : builders) {
      for (Interruption.Moment moment : Interruption.Moment.values()) {
        Interruption.SIGNALS.forEach(signal -> all.add(new Interruption(builder, signal, moment)));
      }
    }
    return all;
  }

  private static List<Interruption> rotation() {
    List<Interruption> all = new ArrayList<>();
    for (Interruption.Moment moment : Interruption.Moment.values()) {
      for (String signal : Interruption.SIGNALS) {
        String builder = builders.get(all.size() % builders.size());
        all.add(new Interruption(builder, signal, moment));
      }
    }
    return all;
  }

  private static Interruption.Seen observe(Interruption interruption)
      throws IOException, InterruptedException {
    Path own = Files.createTempDirectory(folder, "experiment");
    Interruption.Seen seen = interruption.run(JAR, own);
    seen.untilNothingWasLeft().ifPresent(UNTIL_NOTHING_WAS_LEFT::add);
    return seen;
  }

  private static DynamicTest test(Interruption interruption, Future<Interruption.Seen> future) {
    return DynamicTest.dynamicTest(
        interruption.toString(),
        () -> {
          Interruption.Seen seen = future.get();
          String story = interruption + "\n" + seen.log();
          assertEquals(List.of(), seen.leftRunning(), story);
          assertTrue(seen.next().cache().isPresent(), story);
          Lab lab = Lab.required(folder.resolve("state"));
          String reference = seen.next().reference().orElseThrow();
          // Another engine than the one that built it fetches it first, and says so.
          Lab.Said unused = lab.dockerSays("pull", "--quiet", reference);
          assertEquals(GatedBuild.CONTENT, lab.docker("run", "--rm", reference));
          assertEquals(List.of(), seen.leftContainers(), story);
        });
  }

  @AfterAll
  static void write() throws IOException {
    if (!UNTIL_NOTHING_WAS_LEFT.isEmpty()) {
      Files.createDirectories(FIGURES.getParent());
      Files.writeString(
          FIGURES,
          "| SIGINT or SIGTERM: until nothing of the build is left | "
              + Collections.max(UNTIL_NOTHING_WAS_LEFT).toMillis()
              + " ms |\n");
    }
  }
}
