package io.jenkins.plugins.aiimage.trivy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import io.jenkins.plugins.aiimage.report.DatabasesReport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that go into files, come from files, and are linked into views. */
class TrivyFilesIT {
  private static final int SMALL = 200_000;
  private static final Path SKOPEO = Path.of("/usr/bin/skopeo");

  @TempDir private static Path shared;
  private static RegistryProcess registry;
  private static Instant now;
  private static Digest digest;

  @TempDir private Path folder;

  @BeforeAll
  static void publish() throws IOException {
    now = Instant.now();
    registry = RegistryProcess.open(shared);
    Instant next = now.plus(Duration.ofHours(20));
    digest =
        DatabaseArtifact.vulnerabilities(SMALL, now.minusSeconds(600), next)
            .push(registry.address(), "it/db", "2");
    Digest unused =
        DatabaseArtifact.of(Database.JAVA, SMALL, now.minusSeconds(60), next)
            .push(registry.address(), "it/java", "1");
    unused = DatabaseArtifact.checks("allow = true").push(registry.address(), "it/checks", "2");
    unused =
        DatabaseArtifact.vulnerabilities(SMALL, now.minus(Duration.ofDays(20)), now)
            .push(registry.address(), "it/aged", "2");
  }

  @AfterAll
  static void stop() {
    if (registry != null) {
      registry.close();
    }
  }

  private Said run(String cache, String... words) throws IOException {
    return Said.of(folder, folder.resolve(cache), words);
  }

  private static String source(String name) {
    return registry.address() + "/it/" + name;
  }

  private static String[] with(String[] words, String... more) {
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }

  private static String[] allSources() {
    return new String[] {
      "--java-db",
      "--checks",
      "--source=" + source("db:2"),
      "--source=java=" + source("java:1"),
      "--source=checks=" + source("checks:2")
    };
  }

  @Test
  void shouldCarryAllThreeInAFileToWhereNoSourceIs() throws IOException {
    Path file = folder.resolve("databases.tar");
    Said exported = run("unused", with(allSources(), "--export=" + file));
    assertEquals(0, exported.code(), exported.out());
    assertTrue(exported.out().contains(file + " is written"), exported.out());
    assertEquals(
        Optional.of(List.of()),
        exported.report().details(DatabasesReport.class).flatMap(DatabasesReport::environment));
    assertEquals(file.toString(), exported.first().path());
    assertTrue(Files.notExists(folder.resolve("unused")), "something was put in place");
    assertTrue(Files.notExists(Export.folder(file)));

    Said imported = run("cache", "--import=" + file, "--java-db", "--checks");
    imported.was(DatabaseResult.FETCHED);
    assertEquals(Optional.of(digest.toString()), imported.first().digest());
    assertEquals(Optional.of(file.toString()), imported.first().source());
    assertEquals(SMALL, Files.size(folder.resolve("cache/db/trivy.db")));
    assertEquals(SMALL, Files.size(folder.resolve("cache/java-db/trivy-java.db")));
    assertEquals(
        "allow = true", Files.readString(folder.resolve("cache/policy/content/policies/a.rego")));
    run("cache", "--import=" + file).was(DatabaseResult.HIT);
  }

  @Test
  void shouldFillAMirrorFromAFile() throws IOException {
    Path file = folder.resolve("databases.tar");
    assertEquals(0, run("unused", "--source=" + source("db:2"), "--export=" + file).code());
    String mirror = registry.address() + "/mirror/" + folder.getFileName() + ":2";
    mirror = mirror.toLowerCase(Locale.ROOT);
    run("cache", "--import=" + file, "--mirror-to=" + mirror).was(DatabaseResult.FETCHED);
    Said next = run("other", "--source=" + mirror);
    next.was(DatabaseResult.FETCHED);
    assertEquals(Optional.of(digest.toString()), next.first().digest());
  }

  @Test
  void shouldAgreeWithAnotherToolAboutTheFile() throws Exception {
    assumeTrue(Files.isExecutable(SKOPEO), "needs skopeo: apt-get install skopeo");
    Path theirs = folder.resolve("theirs.tar");
    skopeo("copy", "docker://" + source("db:2"), "oci-archive:" + theirs + ":trivy-db");
    Said imported = run("cache", "--import=" + theirs);
    imported.was(DatabaseResult.FETCHED);
    assertEquals(Optional.of(digest.toString()), imported.first().digest());

    Path ours = folder.resolve("ours.tar");
    assertEquals(0, run("unused", with(allSources(), "--export=" + ours)).code());
    byte[] raw = skopeo("inspect", "--raw", "oci-archive:" + ours + ":trivy-db");
    assertEquals(digest, Digest.of(raw));
    skopeo("copy", "oci-archive:" + ours + ":trivy-db", "docker://" + source("theirs:2"));
    Said again = run("other", "--source=" + source("theirs:2"));
    assertEquals(Optional.of(digest.toString()), again.first().digest());
  }

  private static byte[] skopeo(String command, String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(SKOPEO.toString(), command));
    if (command.equals("copy")) {
      all.addAll(List.of("--src-tls-verify=false", "--dest-tls-verify=false"));
    }
    all.addAll(List.of(words));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    byte[] out = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor(), new String(out, StandardCharsets.UTF_8));
    return out;
  }

  @Test
  void shouldLeaveTheOldOneWhereTheFileIsSpoilt() throws IOException {
    Path file = folder.resolve("databases.tar");
    assertEquals(0, run("unused", "--source=" + source("db:2"), "--export=" + file).code());
    run("cache", "--source=" + source("aged:2"), "--max-age=30d").was(DatabaseResult.FETCHED);
    byte[] before = Files.readAllBytes(folder.resolve("cache/db/trivy.db"));
    try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
      archive.seek(archive.length() - 60_000);
      archive.write(new byte[1000]);
    }
    run("cache", "--import=" + file, "--max-age=30d").was(DatabaseResult.STALE);
    Said tooOld = run("cache", "--import=" + file);
    assertEquals(23, tooOld.code(), tooOld.out());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("cache/db/trivy.db")));
  }

  @Test
  void shouldRefuseAFileThatIsNoneBeforeAnythingIsDone() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "x".repeat(2000));
    for (String wrong : List.of(file.toString(), folder.resolve("none").toString())) {
      Said said = run("cache", "--import=" + wrong);
      assertEquals(2, said.code(), said.out());
      assertTrue(said.out().contains(wrong), said.out());
    }
    assertTrue(Files.notExists(folder.resolve("cache")));
  }

  @Test
  void shouldTakeADatabaseThatIsTooOldForNone() throws IOException {
    Said said = run("cache", "--source=" + source("aged:2"));
    assertEquals(23, said.code(), said.out());
    assertTrue(said.out().contains("20 days old"), said.out());
    run("cache", "--source=" + source("aged:2"), "--source=" + source("db:2"))
        .was(DatabaseResult.FETCHED);
  }

  @Test
  void shouldLinkAViewForEachBuild() throws IOException {
    Path view = folder.resolve("build-7");
    Path variables = folder.resolve("trivy.env");
    Said said = run("cache", with(allSources(), "--view=" + view, "--env-file=" + variables));
    said.was(DatabaseResult.FETCHED);
    assertEquals(view.resolve("db/trivy.db").toString(), said.first().path());
    assertEquals("TRIVY_CACHE_DIR=" + view, Files.readAllLines(variables).get(0));
    for (String file : List.of("db/trivy.db", "java-db/trivy-java.db")) {
      assertEquals(
          Files.getAttribute(folder.resolve("cache").resolve(file), "unix:ino"),
          Files.getAttribute(view.resolve(file), "unix:ino"));
    }
    assertEquals("allow = true", Files.readString(view.resolve("policy/content/policies/a.rego")));
    // What Trivy writes there is the build's own.
    Files.writeString(view.resolve("db/metadata.json"), "{}");
    run("cache", allSources()).was(DatabaseResult.HIT);
    run("cache", with(allSources(), "--view=" + view)).was(DatabaseResult.HIT);
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("cache/db/metadata.json")),
        Files.readAllBytes(view.resolve("db/metadata.json")));
  }

  @Test
  void shouldCopyAViewToAnotherFileSystem() throws IOException {
    Path memory = Path.of("/dev/shm");
    assumeTrue(
        Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
        "needs another file system at /dev/shm");
    Path view = Files.createTempDirectory(memory, "ai-image");
    try {
      run("cache", with(allSources(), "--view=" + view)).was(DatabaseResult.FETCHED);
      assertEquals(SMALL, Files.size(view.resolve("db/trivy.db")));
      run("cache", with(allSources(), "--view=" + view)).was(DatabaseResult.HIT);
    } finally {
      Place.remove(view);
    }
  }
}
