package io.jenkins.plugins.aiimage.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.engine.Resources;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");
  private static final Resources WHOLE = new Resources(2000, 4_000_000_000L);
  private static final Resources HALF = new Resources(1000, 2_000_000_000L);

  @TempDir private Path folder;
  private final List<Event> told = new CopyOnWriteArrayList<>();
  private final Abort abort = new Abort();
  private Runnable onWaiting = () -> {};

  private Budget budget(long pid, Instant end) {
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
    return new Budget(new TicketFolder(folder.resolve("budget")), self, events, clock, abort, end);
  }

  private Budget budget(long pid) {
    return budget(pid, NOW.plusSeconds(60));
  }

  private static void nothing(Budget.Share... shares) {
    assertTrue(shares.length > 0);
  }

  @Test
  void shouldLetInAtOnceWhatFitsInTogether() throws Exception {
    try (Budget.Share one = budget(1).take(HALF, WHOLE);
        Budget.Share two = budget(2).take(HALF, WHOLE)) {
      nothing(one, two);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void shouldWaitUntilThereIsRoomAndSayForWhom() throws Exception {
    Budget.Share first = budget(1).take(HALF, WHOLE);
    onWaiting = first::close;
    try (Budget.Share second = budget(2).take(WHOLE, WHOLE)) {
      nothing(second);
    }
    String who = "pid 1 on agent (team/image#1)";
    String words = "needs a part of 2 CPUs and 4.0 GB of memory";
    assertEquals(
        List.of(
            new Event.WaitingForRun(who, words, NOW, Duration.ZERO),
            new Event.WaitedForRun(who, Duration.ZERO)),
        told);
  }

  @Test
  void shouldLetNobodyOvertakeALargeOneThatWaits() throws Exception {
    Budget.Share first = budget(1).take(HALF, WHOLE);
    List<Exception> small = new ArrayList<>();
    onWaiting =
        () -> {
          onWaiting = () -> {};
          // Beside the first one there is room for it, and yet it is not its turn.
          small.add(assertThrows(UseCaseException.class, () -> budget(3, NOW).take(HALF, WHOLE)));
          first.close();
        };
    try (Budget.Share large = budget(2).take(WHOLE, WHOLE)) {
      nothing(large);
    }
    assertEquals(1, small.size());
  }

  @Test
  void shouldNotCountARunThatIsGone() throws Exception {
    Files.createDirectories(folder.resolve("budget"));
    Path left = Files.writeString(folder.resolve("budget/7-2000-4000000000.lock"), "");
    try (Budget.Share share = budget(1).take(WHOLE, WHOLE)) {
      nothing(share);
    }
    assertEquals(List.of(), told);
    assertFalse(Files.exists(left));
  }

  @Test
  void shouldTakeNoNoticeOfWhatIsNoTicket() throws Exception {
    Files.createDirectories(folder.resolve("budget"));
    Path other = Files.writeString(folder.resolve("budget/x-1-1.lock"), "");
    try (Budget.Share share = budget(1).take(WHOLE, WHOLE)) {
      nothing(share);
    }
    assertTrue(Files.exists(other));
  }

  @Test
  void shouldAskForNothingWhereNothingIsNeeded() throws Exception {
    budget(1).take(Resources.NONE, WHOLE).close();
    assertFalse(Files.exists(folder.resolve("budget")));
  }

  @Test
  void shouldGiveItsTicketBackWhenItIsAborted() throws Exception {
    Budget.Share first = budget(1).take(WHOLE, WHOLE);
    onWaiting = abort::request;
    UseCaseException aborted =
        assertThrows(UseCaseException.class, () -> budget(2).take(HALF, WHOLE));
    assertEquals(Problem.ABORTED, aborted.problem());
    first.close();
    told.clear();
    try (Budget.Share third = budget(3).take(WHOLE, WHOLE)) {
      nothing(third);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void shouldGoOnWithOneWarningWhereFilesCannotBeLocked() throws Exception {
    Files.writeString(folder.resolve("budget"), "no folder");
    budget(1).take(HALF, WHOLE).close();
    assertEquals(1, told.size());
    assertTrue(told.get(0) instanceof Event.Warned);
  }

  /** Positive: one that needs so much comes. Negative: the n-th of those that are there goes. */
  @Property(tries = 200)
  void shouldNeverLetInMoreThanThereIsAndAlwaysTheOldest(
      @ForAll @Size(max = 25) List<@IntRange(min = -5, max = 2000) Integer> steps)
      throws Exception {
    Path own = Files.createTempDirectory("budget");
    TicketFolder folder = new TicketFolder(own);
    FlightHolder self = new FlightHolder(1, "agent", NOW, "");
    List<TicketFolder.Ticket> here = new ArrayList<>();
    Set<TicketFolder.Ticket> inside = new LinkedHashSet<>();
    for (int step : steps) {
      if (step > 0) {
        here.add(folder.draw(new Resources(step, 0), self).orElseThrow());
      } else if (-step < here.size()) {
        TicketFolder.Ticket gone = here.remove(-step);
        inside.remove(gone);
        gone.close();
      }
      for (TicketFolder.Ticket ticket : here) {
        if (Budget.fits(folder.ahead(ticket, self).orElseThrow(), ticket.demand(), WHOLE)) {
          inside.add(ticket);
        }
      }
      long taken = inside.stream().mapToLong(ticket -> ticket.demand().milliCpus()).sum();
      assertTrue(taken <= WHOLE.milliCpus(), steps + ": " + taken);
      assertTrue(here.isEmpty() || inside.contains(here.get(0)), steps.toString());
    }
    here.forEach(TicketFolder.Ticket::close);
    delete(own);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
