package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.CommandLineInterface;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.trivy.DatabaseArtifact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache folder on a disk of its own. */
class DatabaseDiskIT {
  @TempDir private Path folder;

  @Test
  void shouldKeepTheOldDatabaseAndLeaveTheDiskAsItWas() throws Exception {
    Instant now = Instant.now();
    Instant before = now.minus(Duration.ofHours(30));
    try (LoopDisk disk = LoopDisk.mount(folder, 40_000_000);
        RegistryProcess registry =
            RegistryProcess.open(Files.createDirectory(folder.resolve("registry")))) {
      String source = registry.address() + "/it/full:2";
      Path cache = disk.folder().resolve("cache");
      var unused =
          DatabaseArtifact.vulnerabilities(5_000_000, before, before)
              .push(registry.address(), "it/full", "2");
      assertTrue(run(cache, source).contains("✅"));
      unused =
          DatabaseArtifact.vulnerabilities(60_000_000, now, now)
              .push(registry.address(), "it/full", "2");

      String said = run(cache, source);

      assertTrue(said.contains("due for a newer one"), said);
      assertEquals(5_000_000, Files.size(cache.resolve("db/trivy.db")));
      assertTrue(Files.getFileStore(cache).getUsableSpace() > 20_000_000);
    }
  }

  @Test
  void shouldUseWhatIsInAFolderThatCannotBeWritten() throws Exception {
    Instant now = Instant.now();
    try (LoopDisk disk = LoopDisk.mount(folder, 40_000_000);
        RegistryProcess registry =
            RegistryProcess.open(Files.createDirectory(folder.resolve("registry")))) {
      String fresh = registry.address() + "/it/fresh:2";
      String due = registry.address() + "/it/due:2";
      var unused =
          DatabaseArtifact.vulnerabilities(1_000_000, now.minusSeconds(9), now.plusSeconds(99_999))
              .push(registry.address(), "it/fresh", "2");
      unused =
          DatabaseArtifact.vulnerabilities(1_000_000, now.minusSeconds(99), now.minusSeconds(9))
              .push(registry.address(), "it/due", "2");
      run(disk.folder().resolve("fresh"), fresh);
      run(disk.folder().resolve("due"), due);
      disk.remount("ro");

      String hit = run(disk.folder().resolve("fresh"), fresh);
      String stale = run(disk.folder().resolve("due"), fresh);

      assertTrue(hit.contains("vulnerabilities: fresh"), hit);
      assertTrue(stale.contains("due for a newer one"), stale);
    }
  }

  private String run(Path cache, String source) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Map<String, String> environment = Map.of("HOME", folder.toString());
    int code =
        new CommandLineInterface(environment, stream, stream)
            .run("trivy-db", "--cache-dir=" + cache, "--source=" + source);
    assertEquals(0, code, out.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
