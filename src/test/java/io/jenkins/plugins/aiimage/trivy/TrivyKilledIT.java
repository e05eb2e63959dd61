package io.jenkins.plugins.aiimage.trivy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program a hundred times while it exchanges a database, and looks at what is left. */
class TrivyKilledIT {
  private static final int KILLS = 100;
  private static final int LANES = 2;
  private static final int OLD_BYTES = 2_000_000;
  private static final int NEW_BYTES = 6_000_000;

  @TempDir private Path folder;

  /** How often which was found after a kill. */
  private record Found(int old, int exchanged, int halfway) {}

  @Test
  void shouldHaveTheOldOrTheNewOneWheneverItIsKilled() throws Exception {
    Instant now = Instant.now();
    Instant before = now.minus(Duration.ofHours(40));
    DatabaseArtifact old = DatabaseArtifact.vulnerabilities(OLD_BYTES, before, before);
    DatabaseArtifact next =
        DatabaseArtifact.vulnerabilities(
            NEW_BYTES, now.minus(Duration.ofMinutes(9)), now.plus(Duration.ofHours(9)));
    try (RegistryProcess registry = RegistryProcess.open(folder)) {
      Digest unused = old.push(registry.address(), "it/old", "2");
      unused = next.push(registry.address(), "it/new", "2");
      ExecutorService lanes = Executors.newFixedThreadPool(LANES);
      List<Callable<Found>> work = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        Lane lane = new Lane(Files.createDirectory(folder.resolve("lane" + i)), registry, i);
        work.add(lane::kill);
      }
      int exchanged = 0;
      int halfway = 0;
      int kept = 0;
      for (Future<Found> found : lanes.invokeAll(work)) {
        exchanged += found.get().exchanged();
        halfway += found.get().halfway();
        kept += found.get().old();
      }
      lanes.shutdown();
      // Kills that all come too early or too late would show nothing.
      String all = kept + " old, " + exchanged + " new, " + halfway + " halfway";
      assertTrue(kept > 0 && exchanged > 0 && halfway > KILLS / 10, all);
      System.out.println("kills: " + all);
    }
  }

  /** A cache folder of its own, in which one run after the other is killed. */
  private static final class Lane {
    private final Path home;
    private final Path cache;
    private final RegistryProcess registry;
    private final Random random;
    private byte[] oldDatabase;
    private byte[] oldMetadata;

    Lane(Path home, RegistryProcess registry, long seed) {
      this.home = home;
      this.cache = home.resolve("cache");
      this.registry = registry;
      this.random = new Random(seed);
    }

    Found kill() throws Exception {
      assertEquals(0, Said.of(home, cache, "--source=" + registry.address() + "/it/old:2").code());
      oldDatabase = Files.readAllBytes(database());
      oldMetadata = Files.readAllBytes(metadata());
      // A run that nobody kills says how long one takes here and now.
      int window = Math.toIntExact(killAfter(Integer.MAX_VALUE) * 13 / 10);
      assertTrue(isNew());
      restoreOld();
      int old = 0;
      int exchanged = 0;
      int halfway = 0;
      for (int i = 0; i < KILLS / LANES; i++) {
        long unused = killAfter(random.nextInt(window));
        halfway += isHalfway() ? 1 : 0;
        if (isNew()) {
          exchanged++;
          restoreOld();
        } else {
          old++;
        }
      }
      String source = "--source=" + registry.address() + "/it/new:2";
      assertEquals(0, Said.of(home, cache, source).code());
      assertTrue(isNew());
      assertTrue(!isHalfway(), "something is left");
      return new Found(old, exchanged, halfway);
    }

    private void restoreOld() throws IOException {
      Files.write(database(), oldDatabase);
      Files.write(metadata(), oldMetadata);
    }

    /**
     * Begins a run, and kills it so many milliseconds after it has begun to fetch. Answers how long
     * it lived from then on.
     */
    private long killAfter(int milliseconds) throws Exception {
      ProcessBuilder builder =
          new ProcessBuilder(
              System.getProperty("java.home") + "/bin/java",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              "io.jenkins.plugins.aiimage.cli.Main",
              "trivy-db",
              "--cache-dir=" + cache,
              "--source=" + registry.address() + "/it/new:2");
      builder.environment().putAll(Map.copyOf(Said.environment(home)));
      Process process = builder.redirectErrorStream(true).start();
      try (BufferedReader said = process.inputReader()) {
        String line = said.readLine();
        while (line != null && !line.contains("fetching the database")) {
          line = said.readLine();
        }
        long begun = System.nanoTime();
        boolean unused = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        long lived = System.nanoTime() - begun;
        process.destroyForcibly();
        unused = process.waitFor(1, TimeUnit.MINUTES);
        return Math.max(1, lived / 1_000_000);
      }
    }

    private Path database() {
      return cache.resolve("db/trivy.db");
    }

    private Path metadata() {
      return cache.resolve("db/metadata.json");
    }

    /** Whether a layer, a folder to unpack into, or a file for a moment is left. */
    private boolean isHalfway() throws IOException {
      try (var left = Files.list(cache.resolve("ai-image"))) {
        return left.map(file -> file.getFileName().toString())
            .anyMatch(name -> !List.of("db.json", "flights").contains(name));
      }
    }

    /** As Trivy reads it: the metadata first, then the database that they speak of. */
    private boolean isNew() throws IOException {
      Metadata metadata = Metadata.parse(Database.VULNERABILITIES, Files.readString(metadata()));
      Metadata before =
          Metadata.parse(Database.VULNERABILITIES, new String(oldMetadata, StandardCharsets.UTF_8));
      byte[] content = Files.readAllBytes(database());
      boolean whole =
          content.length == NEW_BYTES || Digest.of(content).equals(Digest.of(oldDatabase));
      assertTrue(whole, "the database is neither");
      boolean saysNew = !metadata.updatedAt().equals(before.updatedAt());
      assertTrue(!saysNew || content.length == NEW_BYTES, "the old one is called new");
      return content.length == NEW_BYTES;
    }
  }
}
