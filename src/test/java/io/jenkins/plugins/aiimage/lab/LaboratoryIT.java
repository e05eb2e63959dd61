package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import io.jenkins.plugins.aiimage.GeneratedTable;
import io.jenkins.plugins.aiimage.lab.Laboratory.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Real builds by real pip and apt that meet every fault. Each fault by one builder; with {@code
 * -Dlaboratory=full} by every builder, and what is observed goes to docs/laboratory.md.
 */
class LaboratoryIT {
  private static final boolean FULL = System.getProperty("laboratory", "").equals("full");

  /** Experiments mostly wait for their faults and their back-off. */
  private static final int AT_ONCE = 3;

  /** Builders that share a store lose a layer to each other now and then, rarely twice. */
  private static final int SPOILED_AT_MOST = 3;

  private static final Path RESULTS = Path.of("target/laboratory");
  private static final Notebook NOTEBOOK = new Notebook();

  @TempDir private static Path folder;
  private static Builders builders;
  private static Laboratory laboratory;

  @BeforeAll
  static void tryBuilders() throws IOException {
    String unused = Builders.pythonImage();
    builders = Builders.tried(folder.resolve("builders"));
    laboratory = Laboratory.of(builders.available());
    Files.createDirectories(RESULTS.resolve("logs"));
  }

  @TestFactory
  Stream<DynamicTest> shouldEndAsAPersonWouldWish() {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    Stream<DynamicTest> missing =
        builders.refused().entrySet().stream()
            .map(
                refused ->
                    DynamicTest.dynamicTest(
                        refused.getKey(), () -> abort("ai-image: " + refused.getValue())));
    // All begin now; each test then waits for its own.
    Stream<DynamicTest> tests =
        (FULL ? laboratory.full() : laboratory.rotation())
            .stream()
                .map(cell -> test(cell, workers.submit(() -> observe(cell))))
                .toList()
                .stream();
    workers.shutdown();
    return Stream.concat(missing, tests);
  }

  private static Observation observe(Cell cell) throws IOException {
    Observation seen = observeOnce(cell);
    for (int again = 0; again < SPOILED_AT_MOST && seen.spoiled(); again++) {
      seen = observeOnce(cell);
    }
    NOTEBOOK.add(cell, seen);
    Path log =
        RESULTS.resolve("logs").resolve(cell.name().replaceAll("[^A-Za-z0-9]+", "-") + ".txt");
    Files.writeString(log, seen.log());
    return seen;
  }

  private static Observation observeOnce(Cell cell) throws IOException {
    Path own = Files.createTempDirectory(folder, "experiment");
    return new Experiment(cell.scenario(), cell.builder(), own).run();
  }

  private static DynamicTest test(Cell cell, Future<Observation> observation) {
    return DynamicTest.dynamicTest(
        cell.name(),
        () -> {
          Observation seen = observation.get();
          // The build's own report numbers these tests and does not name them.
          String story = cell.name() + ": " + seen.words() + "\n" + seen.log();
          assertEquals(cell.scenario().expected(), seen.verdict(), story);
        });
  }

  @AfterAll
  static void write() throws IOException {
    if (laboratory == null) {
      return;
    }
    Files.writeString(RESULTS.resolve("table.md"), NOTEBOOK.table(laboratory));
    Files.writeString(RESULTS.resolve("signs.md"), NOTEBOOK.signs());
    Files.writeString(RESULTS.resolve("figures.md"), NOTEBOOK.figures());
    if (FULL) {
      GeneratedTable page = new GeneratedTable("laboratory.md", "laboratory");
      page.write(NOTEBOOK.table(laboratory));
    }
  }
}
