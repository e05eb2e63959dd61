package io.jenkins.plugins.aiimage.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.engine.BuildTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final List<String> cleaned = new ArrayList<>();
  private Optional<String> left = Optional.empty();

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

  private Optional<String> cleanUp(BuildTrace trace, Path of) {
    cleaned.add(trace.container().orElse("") + " " + of);
    return left;
  }

  @Test
  void shouldTakeAwayWhatTheEngineKeptWhenItIsBack() throws Exception {
    try (RunningBuilds.Note note = builds.began("docker", builder.toHandle(), work)) {
      note.leave(BuildTrace.of("abc"));
    }
    left = Optional.of("The engine does not answer.");
    builds.stopAbandoned("docker", this::cleanUp);
    assertEquals(1, notes().size());
    left = Optional.empty();
    builds.stopAbandoned("docker", this::cleanUp);
    assertEquals(List.of("abc " + work, "abc " + work), cleaned);
    assertEquals(List.of(), notes());
  }

  @Test
  void shouldLeaveWhatAnotherBuilderHasInItsStoreToThatBuilder() throws Exception {
    builds.began("podman", builder.toHandle(), work);
    orphan();
    builds.stopAbandoned("docker", this::cleanUp);
    assertTrue(builder.waitFor(10, TimeUnit.SECONDS));
    assertEquals(List.of(), cleaned);
    builds.stopAbandoned("podman", this::cleanUp);
    assertEquals(1, cleaned.size());
    assertEquals(List.of(), notes());
  }

  @Test
  void shouldStopABuilderWhoseRunIsGone() throws Exception {
    builds.began("docker", builder.toHandle(), work);
    orphan();
    builds.stopAbandoned("docker", this::cleanUp);
    assertTrue(builder.waitFor(10, TimeUnit.SECONDS));
    assertFalse(Files.exists(work));
    assertEquals(List.of(), notes());
  }

  @Test
  void shouldLeaveABuilderAloneWhoseRunGoesOn() throws IOException {
    builds.began("docker", builder.toHandle(), work);
    builds.stopAbandoned("docker", this::cleanUp);
    assertTrue(builder.isAlive());
    assertTrue(Files.exists(work));
  }

  @Test
  void shouldForgetABuilderThatHasEnded() throws IOException {
    builds.began("docker", builder.toHandle(), work).close();
    assertEquals(List.of(), notes());
  }

  @Test
  void shouldNotTakeANewProcessForTheBuilderThatHadItsNumber() throws IOException {
    builds.began("docker", builder.toHandle(), work);
    orphan();
    Path note = notes().get(0);
    List<String> lines = new ArrayList<>(Files.readAllLines(note));
    lines.set(2, builder.pid() + " 1");
    Files.write(note, lines);
    builds.stopAbandoned("docker", this::cleanUp);
    assertTrue(builder.isAlive());
  }

  @Test
  void shouldLeaveNotesOfOtherMachinesAndDamagedOnesAlone() throws IOException {
    builds.began("docker", builder.toHandle(), work);
    orphan();
    Path note = notes().get(0);
    List<String> lines = new ArrayList<>(Files.readAllLines(note));
    lines.set(0, "another machine");
    Files.write(note, lines);
    Files.writeString(folder.resolve("running").resolve("damaged"), "x");
    builds.stopAbandoned("docker", this::cleanUp);
    assertTrue(builder.isAlive());
    assertEquals(2, notes().size());
  }

  @Test
  void shouldDoNothingWhereNothingWasEverNoted() {
    builds.stopAbandoned("docker", this::cleanUp);
    assertTrue(builder.isAlive());
  }
}
