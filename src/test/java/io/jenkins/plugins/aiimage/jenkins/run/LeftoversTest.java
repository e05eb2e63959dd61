package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");

  @TempDir private Path parent;

  private Path run(String name, Duration age) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name));
    Files.createDirectories(folder.resolve("docker"));
    Files.writeString(folder.resolve("docker/config.json"), "{}");
    Path lease = Files.createFile(folder.resolve(WriteFolder.LEASE));
    Files.setLastModifiedTime(lease, FileTime.from(NOW.minus(age)));
    return folder;
  }

  @Test
  void shouldRemoveRunsThatNobodyCameBackForAndNothingElse() throws IOException {
    Path old = run("ai-image-old", Duration.ofDays(4));
    Path young = run("ai-image-young", Duration.ofHours(30));
    Path foreign = run("durable-1", Duration.ofDays(4));

    Leftovers.remove(parent, NOW);

    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young.resolve("docker/config.json")));
    assertTrue(Files.exists(foreign.resolve("docker/config.json")));
  }

  @Test
  void shouldDoWithoutAFolder() throws IOException {
    Leftovers.remove(parent.resolve("none"), NOW);

    assertFalse(Files.exists(parent.resolve("none")));
  }
}
