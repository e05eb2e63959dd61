package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadEventsTest {
  @TempDir private Path folder;

  private ReadEvents.News read(long offset) throws IOException {
    return new ReadEvents(offset).invoke(folder.toFile(), null);
  }

  private void tell(String text) throws IOException {
    Files.writeString(
        folder.resolve(WriteFolder.EVENTS),
        text,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Test
  void shouldReadWholeLinesOnlyAndGoOnWhereTheyEnded() throws IOException {
    assertEquals(List.of(), read(0).lines());

    tell("eins\nzw");
    ReadEvents.News first = read(0);
    assertEquals(List.of("eins"), first.lines());

    tell("ölf\n");
    ReadEvents.News second = read(first.offset());
    assertEquals(List.of("zwölf"), second.lines());
    assertEquals(Files.size(folder.resolve(WriteFolder.EVENTS)), second.offset());
  }

  @Test
  void shouldTellTheRunThatSomebodyListens() throws IOException {
    Path lease = Files.createFile(folder.resolve(WriteFolder.LEASE));
    Files.setLastModifiedTime(lease, FileTime.fromMillis(0));

    read(0);

    assertTrue(Files.getLastModifiedTime(lease).toMillis() > 0);
  }
}
