package io.jenkins.plugins.aiimage.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldNotesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");
  @TempDir private Path root;

  private Path note(String name, int days) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "1");
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
  }

  @Test
  void shouldRemoveOnlyOldNotes() throws IOException {
    Path old = note("images/" + "a1".repeat(32), 40);
    Path young = note("images/" + "b2".repeat(32), 1);
    Path running = note("running/" + "c3".repeat(32), 40);
    Path picture = note("images/holiday.jpg", 4000);
    Path key = note(".ssh/id_rsa", 4000);

    List<Path> found = new OldNotes(root).before(NOW.minus(Duration.ofDays(30)));

    assertEquals(List.of(old), found);
    assertEquals(1, OldNotes.remove(found));
    assertEquals(0, OldNotes.remove(found));
    for (Path kept : List.of(young, running, picture, key)) {
      assertTrue(Files.exists(kept), kept.toString());
    }
  }

  @Test
  void shouldFindNothingWhereNothingWasNoted() {
    assertEquals(List.of(), new OldNotes(root.resolve("none")).before(NOW));
  }
}
