package io.jenkins.plugins.aiimage.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightTest {
  private static final String WORDS = "builds the same image";
  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");

  @TempDir private Path folder;
  private final List<Event> told = new CopyOnWriteArrayList<>();
  private final Abort abort = new Abort();
  private Runnable onWaiting = () -> {};

  private Flight flight(long pid, Instant end) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    EventLog events =
        new EventLog(
            clock,
            List.of(
                entry -> {
                  told.add(entry.event());
                  if (entry.event() instanceof Event.WaitingForRun) {
                    onWaiting.run();
                  }
                }));
    FlightHolder self = new FlightHolder(pid, "agent", NOW, "team/image#" + pid);
    return new Flight(files(), self, events, clock, abort, end);
  }

  private Flight flight(long pid) {
    return flight(pid, NOW.plusSeconds(60));
  }

  private FlightFolder files() {
    return new FlightFolder(folder.resolve("flights"));
  }

  @Test
  void shouldHaveItsTurnAtOnceWhereNobodyElseDoesTheSame() throws Exception {
    try (Flight.Turn first = flight(1).enter("image a", WORDS);
        Flight.Turn other = flight(2).enter("image b", WORDS)) {
      assertFalse(first.waited());
      assertFalse(other.waited());
    }
    assertEquals(List.of(), told);
  }

  @Test
  void shouldWaitUntilTheOtherIsDoneAndSayForWhom() throws Exception {
    Flight.Turn first = flight(1).enter("image", WORDS);
    onWaiting = first::close;
    try (Flight.Turn second = flight(2).enter("image", WORDS)) {
      assertTrue(second.waited());
    }
    String who = "pid 1 on agent (team/image#1)";
    assertEquals(
        List.of(
            new Event.WaitingForRun(who, WORDS, NOW, Duration.ZERO),
            new Event.WaitedForRun(who, Duration.ZERO)),
        told);
  }

  @Test
  void shouldEndAtOnceWhenItIsAborted() throws Exception {
    onWaiting = abort::request;
    try (Flight.Turn first = flight(1).enter("image", WORDS)) {
      UseCaseException aborted =
          assertThrows(UseCaseException.class, () -> flight(2).enter("image", WORDS));
      assertEquals(Problem.ABORTED, aborted.problem());
      assertFalse(first.waited());
    }
    assertTrue(told.get(told.size() - 1) instanceof Event.WaitedForRun);
  }

  @Test
  void shouldNameWhomItWaitedForWhenTheTimeIsOver() throws Exception {
    try (Flight.Turn first = flight(1).enter("image", WORDS)) {
      UseCaseException over =
          assertThrows(UseCaseException.class, () -> flight(2, NOW).enter("image", WORDS));
      assertEquals(Problem.TOTAL_TIME, over.problem());
      assertTrue(over.getMessage().contains("pid 1 on agent (team/image#1)"), over.getMessage());
      assertFalse(first.waited());
    }
  }

  @Test
  void shouldGoOnWithOneWarningWhereFilesCannotBeLocked() throws Exception {
    Files.writeString(folder.resolve("flights"), "no folder");
    try (Flight.Turn turn = flight(1).enter("image", WORDS)) {
      assertFalse(turn.waited());
    }
    assertEquals(1, told.size());
    assertTrue(told.get(0) instanceof Event.Warned);
  }

  @Test
  void shouldSayInTheFileWhoHoldsItAndNothingAfterwards() throws Exception {
    Path file = files().file("image");
    try (Flight.Turn turn = flight(7).enter("image", WORDS)) {
      assertFalse(turn.waited());
      // Opened by this JVM, it would lose its lock.
      assertTrue(Files.size(file) > 0);
    }
    assertEquals("", Files.readString(file));
  }

  @Test
  void shouldTakeAwayOldFilesThatNobodyHolds() throws Exception {
    for (String work : List.of("held", "old", "new")) {
      flight(1).enter(work, WORDS).close();
    }
    FileTime old = FileTime.from(NOW.minus(Duration.ofDays(2)));
    try (Flight.Turn held = flight(1).enter("held", WORDS)) {
      Files.setLastModifiedTime(files().file("held"), old);
      Files.setLastModifiedTime(files().file("old"), old);
      Files.setLastModifiedTime(files().file("new"), FileTime.from(NOW));
      flight(2).enter("another", WORDS).close();
      assertFalse(held.waited());
      assertTrue(Files.exists(files().file("held")));
    }
    assertFalse(Files.exists(files().file("old")));
    assertTrue(Files.exists(files().file("new")));
  }

  @Test
  void shouldTakeNothingAwayWhileAnotherOpensFiles() throws IOException {
    Path gate = folder.resolve("gate");
    boolean[] done = new boolean[2];
    done[0] =
        FlightLock.during(gate, false, () -> done[1] = FlightLock.during(gate, true, () -> {}));
    assertTrue(done[0]);
    assertFalse(done[1]);
  }

  @Test
  void shouldKnowWhoItIs() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    FlightHolder build =
        FlightHolder.here(Map.of("JOB_NAME", "team/image", "BUILD_NUMBER", "12"), clock);
    assertEquals("team/image#12", build.what());
    assertEquals(ProcessHandle.current().pid(), build.pid());
    assertEquals(
        "jenkins-image-12",
        FlightHolder.here(Map.of("BUILD_TAG", "jenkins-image-12"), clock).what());
    assertEquals(System.getProperty("user.dir"), FlightHolder.here(Map.of(), clock).what());
  }

  @Test
  void shouldReadWhatAnotherHasWrittenAndNothingElse() {
    FlightHolder holder = new FlightHolder(4711, "agent\n7", NOW, "a\u001bb\nc");
    assertEquals(Optional.of(holder), FlightHolder.parse(holder.text()));
    assertEquals("pid 4711 on agent 7 (a b c)", holder.words());
    for (String text : List.of("", "1\nhost\n", "x\nhost\n1\nwhat\n", "1\nhost\nx\nwhat\n")) {
      assertEquals(Optional.empty(), FlightHolder.parse(text), text);
    }
  }
}
