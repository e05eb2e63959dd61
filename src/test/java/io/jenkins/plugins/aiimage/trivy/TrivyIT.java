package io.jenkins.plugins.aiimage.trivy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.cli.AnsweringRegistry;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.FaultyRegistry;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real registry, which holds artifacts as upstream's. */
class TrivyIT {
  private static final String DEAD = "127.0.0.1:1/trivy-db:2";
  private static final int SMALL = 300_000;
  private static Instant today;
  private static int count;

  @TempDir private static Path shared;
  private static RegistryProcess registry;

  @TempDir private Path folder;
  private Path cache;
  private String repository;
  private String source;

  @BeforeAll
  static void startRegistry() {
    today = Instant.now();
    registry = RegistryProcess.open(shared);
  }

  @AfterAll
  static void stopRegistry() {
    if (registry != null) {
      registry.close();
    }
  }

  @BeforeEach
  void choose() {
    cache = folder.resolve("cache");
    repository = "it/trivy-db-" + count++;
    source = registry.address() + "/" + repository + ":2";
  }

  private Said run(String... more) throws IOException {
    return Said.of(folder, cache, more);
  }

  /** What one test spoils in the registry must not be another's too. */
  private static Instant unlikeOthers(Instant updated) {
    return updated.minusMillis(count);
  }

  private static DatabaseArtifact fresh(long minutesOld) {
    Instant updated = unlikeOthers(today.minus(Duration.ofMinutes(minutesOld)));
    return DatabaseArtifact.vulnerabilities(SMALL, updated, today.plus(Duration.ofHours(20)));
  }

  private static DatabaseArtifact stale(long hoursOld) {
    Instant updated = unlikeOthers(today.minus(Duration.ofHours(hoursOld)));
    return DatabaseArtifact.vulnerabilities(SMALL, updated, updated.plus(Duration.ofMinutes(1)));
  }

  private Digest push(DatabaseArtifact artifact) throws IOException {
    return artifact.push(registry.address(), repository, "2");
  }

  private byte[] database() throws IOException {
    return Files.readAllBytes(cache.resolve("db/trivy.db"));
  }

  @Test
  void shouldFetchOnceAndThenAskNobody() throws IOException {
    Instant updated = today.minus(Duration.ofHours(1));
    DatabaseArtifact large =
        DatabaseArtifact.vulnerabilities(64 << 20, updated, today.plus(Duration.ofHours(9)));
    Digest digest = push(large);
    Path variables = folder.resolve("trivy.env");

    Said first = run("--source=" + source, "--env-file=" + variables);

    first.was(DatabaseResult.FETCHED);
    assertEquals(Optional.of(digest.toString()), first.first().digest());
    assertEquals(large.layer().length, first.first().bytes());
    assertEquals(64 << 20, Files.size(cache.resolve("db/trivy.db")));
    String metadata = Files.readString(cache.resolve("db/metadata.json"));
    assertTrue(metadata.contains("\"Own\":1") && !metadata.contains("0001-01-01"), metadata);
    assertEquals(
        List.of(
            "TRIVY_CACHE_DIR=" + cache,
            "TRIVY_SKIP_DB_UPDATE=true",
            "TRIVY_DB_REPOSITORY=" + source),
        Files.readAllLines(variables));

    Said second = run("--source=" + DEAD);
    second.was(DatabaseResult.HIT);
    assertEquals(Optional.empty(), second.first().source(), "asked");
    assertEquals(List.of(), second.report().warnings());
    assertNothingLeft();
  }

  private void assertNothingLeft() throws IOException {
    try (var left = Files.list(cache.resolve("ai-image"))) {
      assertEquals(
          List.of("db.json", "flights"),
          left.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void shouldAgreeWithAnotherClientAboutTheDigestInTheMirror() throws Exception {
    DatabaseArtifact artifact = fresh(10);
    Digest digest = push(artifact);
    String mirror = registry.address() + "/mirror/" + repository + ":2";

    Said first = run("--source=" + source, "--mirror-to=" + mirror);
    first.was(DatabaseResult.FETCHED);
    assertEquals(Optional.of(source), first.first().source());
    assertEquals(List.of(), first.report().warnings());
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/skopeo")), "no skopeo");
    Process skopeo =
        new ProcessBuilder("skopeo", "inspect", "--raw", "--tls-verify=false", "docker://" + mirror)
            .start();
    assertEquals(digest, Digest.of(skopeo.getInputStream().readAllBytes()));
    Path copy = folder.resolve("copy");
    Process copying =
        new ProcessBuilder(
                "skopeo", "copy", "--src-tls-verify=false", "docker://" + mirror, "dir:" + copy)
            .redirectErrorStream(true)
            .start();
    String said = new String(copying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, copying.waitFor(), said);
    assertArrayEquals(
        artifact.layer(), Files.readAllBytes(copy.resolve(artifact.layerDigest().hex())));

    cache = folder.resolve("other");
    Said second = run("--source=" + DEAD, "--mirror-to=" + mirror);
    second.was(DatabaseResult.FETCHED);
    assertEquals(Optional.of(mirror), second.first().source());
  }

  @Test
  void shouldLookBeyondAMirrorThatHasNothingFresh() throws IOException {
    String mirror = registry.address() + "/mirror/" + repository + ":2";
    stale(30).push(registry.address(), "mirror/" + repository, "2");
    push(fresh(5));
    Said said = run("--source=" + source, "--mirror-to=" + mirror);
    said.was(DatabaseResult.FETCHED);
    assertEquals(Optional.of(source), said.first().source());
    cache = folder.resolve("other");
    assertEquals(
        Optional.of(mirror), run("--source=" + DEAD, "--mirror-to=" + mirror).first().source());
  }

  @Test
  void shouldMoveNothingWhereTheSourceHasNothingNewer() throws IOException {
    push(stale(30));
    run("--source=" + source).was(DatabaseResult.FETCHED);
    Said again = run("--source=" + source);
    again.was(DatabaseResult.HIT);
    assertEquals(0, again.first().bytes());
    assertEquals(Optional.of(source), again.first().source());

    push(stale(20));
    run("--source=" + source).was(DatabaseResult.FETCHED);
  }

  @Test
  void shouldAskOnceWhetherThereIsANewerOne() throws IOException {
    push(stale(30));
    try (FaultyRegistry proxy = FaultyRegistry.before(registry)) {
      String asked = "--source=" + proxy.address() + "/" + repository + ":2";
      run(asked).was(DatabaseResult.FETCHED);
      int before = proxy.asked().size();
      run(asked).was(DatabaseResult.HIT);
      assertEquals(before + 1, proxy.asked().size(), proxy.asked().toString());
      assertEquals(1, proxy.asked("HEAD", "/manifests/2").size());
    }
  }

  @Test
  void shouldFetchAgainWhatWasCutShort() throws IOException {
    push(fresh(30));
    run("--source=" + source).was(DatabaseResult.FETCHED);
    Files.write(cache.resolve("db/trivy.db"), Arrays.copyOf(database(), 1000));
    run("--source=" + source).was(DatabaseResult.FETCHED);
    assertEquals(SMALL, database().length);
  }

  @Test
  void shouldGoOnToTheNextSourceAndSayWhy() throws IOException {
    Digest digest = push(fresh(3));
    try (AnsweringRegistry busy = AnsweringRegistry.start(429);
        AnsweringRegistry broken = AnsweringRegistry.start(503)) {
      new DatabaseArtifact("application/wrong", fresh(1).layer(), "")
          .push(registry.address(), "wrong/" + repository, "2");
      Said said =
          run(
              "--source=" + busy.address() + "/a/b:2",
              "--source=" + broken.address() + "/a/b:2",
              "--source=" + DEAD,
              "--source=" + registry.address() + "/wrong/" + repository + ":2",
              "--source=" + registry.address() + "/none/at/all:2",
              "--source=" + source);
      said.was(DatabaseResult.FETCHED);
      assertEquals(Optional.of(digest.toString()), said.first().digest());
      assertEquals(5, said.report().warnings().size(), said.out());
    }
  }

  @Test
  void shouldUseAnOldOneWithAWarningUntilItIsTooOld() throws IOException {
    push(stale(72));
    run("--source=" + source).was(DatabaseResult.FETCHED);
    byte[] before = database();

    Said old = run("--source=" + DEAD);
    old.was(DatabaseResult.STALE);
    assertTrue(old.out().contains("is 3 days old"), old.out());

    Said tooOld = run("--source=" + DEAD, "--max-age=2d");
    assertEquals(23, tooOld.code(), tooOld.out());
    assertTrue(tooOld.out().contains("older than allowed"), tooOld.out());
    assertArrayEquals(before, database());
  }

  @Test
  void shouldFailWhereThereIsNothing() throws IOException {
    Said said = run("--source=" + DEAD);
    assertEquals(23, said.code(), said.out());
    cache = Files.writeString(folder.resolve("file"), "no folder");
    push(fresh(3));
    Said file = run("--source=" + source);
    assertEquals(23, file.code(), file.out());
    assertTrue(file.out().contains("cannot be written"), file.out());
  }

  @Test
  void shouldKeepWhatIsNewerThanTheSources() throws IOException {
    push(stale(10));
    run("--source=" + source).was(DatabaseResult.FETCHED);
    byte[] before = database();
    push(stale(50));
    Said said = run("--source=" + source);
    said.was(DatabaseResult.STALE);
    assertTrue(said.out().contains("an older one"), said.out());
    assertArrayEquals(before, database());
  }

  @Test
  void shouldLeaveTheOldOneWhereANewOneIsSpoilt() throws IOException {
    push(stale(30));
    run("--source=" + source).was(DatabaseResult.FETCHED);
    byte[] before = database();
    byte[] whole = fresh(1).layer();
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    push(new DatabaseArtifact(Database.VULNERABILITIES.layerType(), cut, ""));
    run("--source=" + source).was(DatabaseResult.STALE);

    DatabaseArtifact spoilt = fresh(2);
    push(spoilt);
    try (RandomAccessFile blob =
        new RandomAccessFile(registry.blob(spoilt.layerDigest()).toFile(), "rw")) {
      blob.seek(1000);
      blob.write(new byte[100]);
    }
    run("--source=" + source).was(DatabaseResult.STALE);
    assertArrayEquals(before, database());
    assertNothingLeft();
  }

  @Test
  void shouldGoOnWhereADownloadBroke() throws IOException {
    DatabaseArtifact artifact = fresh(7);
    push(artifact);
    int half = artifact.layer().length / 2;
    Path part = new Place(cache, Database.VULNERABILITIES).part(artifact.layerDigest());
    Files.createDirectories(part.getParent());
    Files.write(part, Arrays.copyOf(artifact.layer(), half));
    // What would be fetched again is spoilt there: only one that goes on can succeed.
    try (RandomAccessFile blob =
        new RandomAccessFile(registry.blob(artifact.layerDigest()).toFile(), "rw")) {
      blob.write(new byte[half]);
    }
    run("--source=" + source).was(DatabaseResult.FETCHED);
    assertEquals(SMALL, database().length);
  }

  @Test
  void shouldFetchOnceForTwentyAtATime() throws Exception {
    push(fresh(7));
    List<Thread> threads = new ArrayList<>();
    List<Said> all = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 20; i++) {
      threads.add(
          new Thread(
              () -> {
                try {
                  all.add(run("--source=" + source));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(20, all.size());
    assertTrue(all.stream().allMatch(said -> said.code() == 0));
    assertEquals(
        1, all.stream().filter(said -> said.first().result() == DatabaseResult.FETCHED).count());
  }

  @Test
  void shouldProvideAllThree() throws IOException {
    push(fresh(7));
    Instant next = today.plus(Duration.ofDays(2));
    DatabaseArtifact.of(Database.JAVA, SMALL, today.minusSeconds(60), next)
        .push(registry.address(), repository + "-java", "1");
    Digest checks = DatabaseArtifact.checks("one").push(registry.address(), repository + "-c", "2");
    String[] words = {
      "--source=" + source,
      "--source=java=" + registry.address() + "/" + repository + "-java:1",
      "--source=checks=" + registry.address() + "/" + repository + "-c:2",
      "--java-db",
      "--checks"
    };
    run(words).was(DatabaseResult.FETCHED);
    assertEquals(SMALL, Files.size(cache.resolve("java-db/trivy-java.db")));
    assertEquals("one", Files.readString(cache.resolve("policy/content/policies/a.rego")));
    Path metadata = cache.resolve("policy/metadata.json");
    assertTrue(Files.readString(metadata).contains(checks.toString()));

    Files.writeString(metadata, Metadata.checks(checks, 2, today.minus(Duration.ofDays(2))));
    Said same = run(words);
    assertEquals(DatabaseResult.HIT, same.databases().get(2).result());
    assertEquals(Optional.empty(), run(words).databases().get(2).source());

    Files.writeString(metadata, Metadata.checks(checks, 2, today.minus(Duration.ofDays(2))));
    DatabaseArtifact.checks("two").push(registry.address(), repository + "-c", "2");
    run(words);
    assertEquals("two", Files.readString(cache.resolve("policy/content/policies/a.rego")));

    // As a kill between two renames leaves it.
    Files.move(cache.resolve("policy/content"), cache.resolve("ai-image/policy.before"));
    assertEquals(DatabaseResult.HIT, run(words).databases().get(2).result());
    assertEquals("two", Files.readString(cache.resolve("policy/content/policies/a.rego")));
  }

  @Test
  void shouldChangeNothingInADryRun() throws IOException {
    Said said = run("--source=" + DEAD, "--dry-run");
    assertEquals(0, said.code(), said.out());
    assertTrue(said.out().contains("would ask " + DEAD), said.out());
    assertTrue(Files.notExists(cache));
  }
}
