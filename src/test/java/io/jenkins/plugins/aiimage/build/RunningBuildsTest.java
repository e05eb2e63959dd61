package io.jenkins.plugins.aiimage.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningBuildsTest {
  @TempDir private Path folder;
  private RunningBuilds builds;
  private Process builder;
  private Path work;

  @BeforeEach
  void startABuilder() throws IOException {
    builds = new RunningBuilds(folder.resolve("running"));
    builder = new ProcessBuilder("sleep", "1000").start();
    work = Files.createDirectory(folder.resolve("ai-image-1"));
    Files.writeString(work.resolve("Dockerfile"), "FROM scratch");
  }

  @AfterEach
  void stopIt() {
    builder.destroyForcibly();
  }

  private List<Path> notes() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("running"))) {
      return files.toList();
    }
  }

  /** As if the run that made the note had been another process, which has ended. */
  private void orphan() throws IOException {
    Path note = notes().get(0);
    List<String> lines = new ArrayList<>(Files.readAllLines(note));
    lines.set(1, "99999999 1");
    Files.write(note, lines);
  }

  @Test
  void shouldStopABuilderWhoseRunIsGone() throws Exception {
    builds.began(builder.toHandle(), work);
    orphan();
    builds.stopAbandoned();
    assertTrue(builder.waitFor(10, TimeUnit.SECONDS));
    assertFalse(Files.exists(work));
    assertEquals(List.of(), notes());
  }

  @Test
  void shouldLeaveABuilderAloneWhoseRunGoesOn() throws IOException {
    builds.began(builder.toHandle(), work);
    builds.stopAbandoned();
    assertTrue(builder.isAlive());
    assertTrue(Files.exists(work));
  }

  @Test
  void shouldForgetABuilderThatHasEnded() throws IOException {
    builds.began(builder.toHandle(), work).close();
    assertEquals(List.of(), notes());
  }

  @Test
  void shouldNotTakeANewProcessForTheBuilderThatHadItsNumber() throws IOException {
    builds.began(builder.toHandle(), work);
    orphan();
    Path note = notes().get(0);
    List<String> lines = new ArrayList<>(Files.readAllLines(note));
    lines.set(2, builder.pid() + " 1");
    Files.write(note, lines);
    builds.stopAbandoned();
    assertTrue(builder.isAlive());
  }

  @Test
  void shouldLeaveNotesOfOtherMachinesAndDamagedOnesAlone() throws IOException {
    builds.began(builder.toHandle(), work);
    orphan();
    Path note = notes().get(0);
    List<String> lines = new ArrayList<>(Files.readAllLines(note));
    lines.set(0, "another machine");
    Files.write(note, lines);
    Files.writeString(folder.resolve("running").resolve("damaged"), "x");
    builds.stopAbandoned();
    assertTrue(builder.isAlive());
    assertEquals(2, notes().size());
  }

  @Test
  void shouldDoNothingWhereNothingWasEverNoted() {
    builds.stopAbandoned();
    assertTrue(builder.isAlive());
  }
}
