package io.jenkins.plugins.aiimage.jenkins.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.jenkins.history.IndexedRun;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.CleanEvent;
import io.jenkins.plugins.aiimage.report.DatabaseEvent;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageRecordTest {
  private static final ImageSource SOURCE = new ImageSource("id", "", Optional.empty());

  private static RunReport report(List<Event> events) {
    ReportFold fold = new ReportFold();
    for (int i = 0; i < events.size(); i++) {
      fold.on(new Entry(i + 1, Instant.parse("2026-03-02T09:15:00Z"), events.get(i)));
    }
    return fold.report();
  }

  /** Ten phases, each of them failed a hundred times with whole pages of text. */
  private static RunReport worst() {
    List<PrepareEvent.PlannedPhase> phases =
        IntStream.range(0, 10)
            .mapToObj(i -> new PrepareEvent.PlannedPhase("phase" + i, "k".repeat(64)))
            .toList();
    List<Event> events = new ArrayList<>();
    events.add(new Event.RunStarted("prepare", "r/x", List.of("latest"), "X", "registry r", "1"));
    events.add(new PrepareEvent.RecipeRead("k".repeat(64), "linux/amd64", phases, 1, 1));
    String page = "a line of output ".repeat(500);
    for (PrepareEvent.PlannedPhase phase : phases) {
      events.add(
          new PhaseEvent.PhaseStarted(
              phase.name(), 1, 10, Duration.ZERO, Duration.ZERO, 100, Optional.empty()));
      for (int attempt = 1; attempt <= 100; attempt++) {
        events.add(
            new PhaseEvent.AttemptFailed(
                phase.name(),
                attempt,
                Cause.STALLED,
                Optional.of(1),
                Duration.ofSeconds(1),
                page,
                Optional.of("pip-version-absent"),
                Optional.of("hint"),
                Optional.of("torch"),
                Optional.of(page),
                Collections.nCopies(40, page),
                Collections.nCopies(40, page),
                "retrying"));
      }
    }
    events.add(new Event.RunFailed(Problem.STALLED, page, Duration.ofHours(1)));
    return report(events);
  }

  @Test
  void shouldShowWhatTheReportSays() {
    String digest = "sha256:" + "0123456789abcdef".repeat(4);
    AiImage image =
        image(
            new ImageRecord(
                new ImageSource("id", "7", Optional.of("other#4")),
                false,
                report(
                    List.of(
                        new Event.RunStarted(
                            "prepare", "r/x", List.of("latest"), "X", "registry r", "1"),
                        new Event.RunSucceeded(
                            io.jenkins.plugins.aiimage.report.CacheResult.HIT,
                            digest,
                            "r/x@" + digest,
                            true,
                            Duration.ofSeconds(2),
                            Optional.of(Duration.ofMinutes(9)))))));

    assertEquals("HIT", image.getCache());
    assertEquals("r/x", image.getImage());
    assertEquals("r/x@" + digest, image.getReference());
    assertEquals(2000, image.getDurationMs());
    assertEquals(540_000, image.getSavedMs());
    assertEquals("other#4", image.getWaitedFor());
    assertNull(image.getProblem());
  }

  @Test
  void shouldKeepEvenTheWorstRunSmall() {
    ImageRecord record = new ImageRecord(SOURCE, false, worst());

    assertTrue(record.bytes() < 20_000, () -> record.bytes() + " bytes");
    assertEquals(100, image(record).getPhases().get(0).getAttempts());
    assertEquals(3, image(record).getPhases().get(0).getFailures().size());
  }

  private static AiImage image(Event... events) {
    return image(new ImageRecord(SOURCE, false, report(List.of(events))));
  }

  private static AiImage image(ImageRecord record) {
    return new AiImage(record, false);
  }

  @Test
  void shouldTellOfAPushWithoutAContentKey() {
    String digest = "sha256:" + "0123456789abcdef".repeat(4);
    AiImage image =
        image(
            new Event.RunStarted(
                "promote", "r.x/y", List.of("1"), "r.x/y@" + digest, "registry r.x", "1"),
            new TransferEvent.PushDone(
                "r.x/y@" + digest,
                "r.x/z@" + digest,
                Duration.ofSeconds(3),
                Optional.of(digest),
                Optional.of(1_500_000L),
                Optional.of(2),
                Optional.of(1)),
            new Event.RunSucceeded(
                io.jenkins.plugins.aiimage.report.CacheResult.PUSHED,
                digest,
                "r.x/z@" + digest,
                true,
                Duration.ofSeconds(4),
                Optional.empty()));

    assertEquals("promote", image.getUseCase());
    assertNull(image.getKey());
    assertNull(image.getPlatform());
    assertNull(image.getCleaning());
    AiImagePush push = image.getPushes().get(0);
    assertEquals("r.x/z@" + digest, push.getReference());
    assertEquals(1_500_000, push.getSentBytes());
    assertNull(push.getError());
  }

  @Test
  void shouldTellOfDatabases() {
    Event began =
        new DatabaseEvent.DatabasesStarted(
            DatabaseEvent.DatabasesStarted.LABEL,
            List.of("vulnerabilities", "java"),
            "/c",
            false,
            "1");
    Event succeeded =
        new DatabaseEvent.DatabasesSucceeded(List.of("TRIVY_CACHE_DIR=/c"), Duration.ofSeconds(2));

    AiImage image =
        image(
            began,
            database("vulnerabilities", DatabaseResult.FETCHED, Optional.of("a.b/db:2")),
            database("java", DatabaseResult.STALE, Optional.empty()),
            succeeded);

    assertFalse(image.isPlanned());
    assertEquals("trivy-db", image.getUseCase());
    AiImageDatabase first = image.getDatabases().get(0);
    assertEquals("FETCHED", first.getResult());
    assertEquals(70_000_000, first.getBytes());
    assertEquals("a.b/db:2", first.getSource());
    assertNull(image.getDatabases().get(1).getSource());
  }

  private static Event database(String name, DatabaseResult result, Optional<String> source) {
    return new DatabaseEvent.DatabaseReady(
        name,
        "/c/" + name,
        Optional.empty(),
        Instant.parse("2026-03-02T07:45:00Z"),
        Duration.ofMinutes(90),
        source,
        result,
        70_000_000,
        Duration.ofSeconds(2));
  }

  @Test
  void shouldTellThatItOnlyLookedForDatabases() {
    AiImage image =
        image(
            new DatabaseEvent.DatabasesStarted("Scans", List.of("java"), "/c", true, "1"),
            new DatabaseEvent.DatabasePlanned("java", "/c/java", "would ask a.b/c:1"),
            new DatabaseEvent.DatabasesSucceeded(List.of(), Duration.ofSeconds(1)));

    assertTrue(image.isPlanned());
    assertEquals(List.of(), image.getDatabases());
  }

  @Test
  void shouldHaveNoDatabasesOfARunThatWasAboutAnImage() {
    AiImage image = image(new Event.RunFailed(Problem.INPUT, "Why.", Duration.ZERO));

    assertNull(image.getDatabases());
  }

  @Test
  void shouldTellOfACleaningThatCameToItsEnd() {
    Event began =
        new CleanEvent.CleanStarted(
            List.of("r.x/y"), "registry r.x", true, Duration.ofDays(30), 10, "1");

    AiImage image =
        image(began, new CleanEvent.CleanSucceeded(3, 4, 5, 2_000_000, 0, Duration.ofSeconds(1)));

    assertEquals("clean", image.getUseCase());
    assertTrue(image.getCleaning().isDryRun());
    assertEquals(3, image.getCleaning().getRemoved());
    assertEquals(5, image.getCleaning().getKept());
    assertEquals(2_000_000, image.getCleaning().getBytes());
  }

  @Test
  void shouldGiveTheJobsIndexARunThatHasEnded() {
    RunReport ended =
        report(
            List.of(
                new Event.RunStarted("prepare", "r/x", List.of("latest"), "X", "registry r", "1"),
                new Event.RunFailed(Problem.STALLED, "It hangs.", Duration.ofSeconds(9))));

    IndexedRun run = new ImageRecord(SOURCE, false, ended).indexed("7").orElseThrow();

    assertEquals(SOURCE.execution(), run.step());
    assertEquals("7", run.entry().run());
    assertEquals(RunResult.FAILED, run.entry().result());
    assertEquals(Optional.empty(), new ImageRecord(SOURCE, true, ended).indexed("7"));
    RunReport planned =
        report(
            List.of(
                new Event.RunStarted("prepare", "r/x", List.of("latest"), "X", "registry r", "1"),
                new Event.RunPlanned(CacheResult.BUILT, Duration.ofSeconds(1))));
    assertEquals(Optional.empty(), new ImageRecord(SOURCE, false, planned).indexed("7"));
  }
}
