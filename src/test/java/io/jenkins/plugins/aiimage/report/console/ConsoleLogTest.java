package io.jenkins.plugins.aiimage.report.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.Stories;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleLogTest {
  private static final String KEY = "0".repeat(64);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String told(Screen screen, boolean verbose, List<Entry> story) {
    ConsoleLog log = new ConsoleLog(screen, verbose);
    story.forEach(log::on);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String inALog(List<Entry> story) {
    return told(new Screen.Plain(out), false, story);
  }

  private static List<Entry> story(Event... events) {
    List<Entry> entries = new ArrayList<>();
    for (Event event : events) {
      Instant time = Instant.EPOCH.plusSeconds(entries.size());
      entries.add(new Entry(entries.size() + 1L, time, event));
    }
    return entries;
  }

  private static Event started(String label) {
    return new Event.RunStarted("prepare", "host/app", List.of("v1"), label, "registry host", "1");
  }

  private static Event read(String... phases) {
    List<PrepareEvent.PlannedPhase> planned = new ArrayList<>();
    for (String phase : phases) {
      planned.add(new PrepareEvent.PlannedPhase(phase, KEY));
    }
    return new PrepareEvent.RecipeRead(KEY, "linux/amd64", planned, 2, 2_000_000);
  }

  private static Event succeeded(CacheResult cache, boolean published) {
    String reference = published ? "host/app@sha256:1" : "sha256:1";
    return new Event.RunSucceeded(
        cache, "sha256:1", reference, published, Duration.ofSeconds(3), Optional.empty());
  }

  @Test
  void shouldSayAHitInTheWordsThatPipelinesLookFor() {
    String log =
        inALog(
            story(
                started("AI Processor"),
                read("torch"),
                new PrepareEvent.ImageFound(KEY, "sha256:1"),
                succeeded(CacheResult.HIT, true)));
    assertTrue(
        log.lines().toList().contains("✅ Using cached AI Processor image from registry"), log);
  }

  @Test
  void shouldSayWhatWasRemovedAndWhyTheRestStays() {
    String names = "registry.example.com:5000/ai-security-processor";
    assertEquals(
        List.of(
            "  removed  2026-01-15  1.5 GB  " + names + ":id-" + "9f2c".repeat(16),
            "  kept     2026-01-15          "
                + names
                + ":key-"
                + "9f2c".repeat(16)
                + "  it has a tag",
            "✅ Removed 1 tag of 1 image, 1.2 GB; kept 1; old notes: 2; 0.3 s"),
        inALog(Stories.cleaned()).lines().toList());
  }

  @Test
  void shouldSayWhatBecameOfTrivysDatabases() {
    assertEquals(
        List.of(
            "  fetching the database vulnerabilities (70.0 MB) from ghcr.io/x/db:2 …",
            "✓ vulnerabilities: 70.0 MB from ghcr.io/x/db:2 in 9.0 s, 2h 00m old, in"
                + " /var/cache/trivy/db/trivy.db",
            "⚠ java: due for a newer one, but no source gave it, 3 days old, in"
                + " /var/cache/trivy/java-db/trivy-java.db",
            "✅ Trivy's databases are ready; 9.3 s"),
        inALog(Stories.databases()).lines().toList());
  }

  @Test
  void shouldSayABuildInTheWordsThatPipelinesLookFor() {
    String log = inALog(story(started("AI Processor"), succeeded(CacheResult.BUILT, true)));
    assertTrue(log.lines().toList().contains("✅ AI Processor image built successfully"), log);
  }

  @Test
  void shouldCallTheImageByItsLabel() {
    String log = inALog(story(started("Billing"), succeeded(CacheResult.RESUMED, true)));
    assertTrue(log.contains("✅ Billing image built successfully"), log);
  }

  @Test
  void shouldNotClaimARegistryForAnImageOfTheEngine() {
    String log = inALog(story(started("X"), succeeded(CacheResult.HIT, false)));
    assertTrue(log.contains("✅ Using cached X image from local engine"), log);
  }

  @Test
  void shouldNotRepeatTheBuildersLinesInALog() {
    Event line = new PhaseEvent.BuildOutput("torch", "Unpacking libc6");
    assertFalse(inALog(story(started("X"), read("torch"), line)).contains("Unpacking"));
    assertTrue(
        told(new Screen.Plain(out), true, story(started("X"), line)).contains("Unpacking libc6"));
  }

  @Test
  void shouldSayEveryHalfMinuteWhatAPhaseIsDoing() {
    List<Event> events = new ArrayList<>(List.of(started("X"), read("torch")));
    Duration limit = Duration.ofMinutes(5);
    events.add(new PhaseEvent.PhaseStarted("torch", 1, 2, limit, limit, 5, Optional.empty()));
    for (int second = 1; second <= 95; second++) {
      Duration elapsed = Duration.ofSeconds(second);
      events.add(
          new PhaseEvent.PhaseProgress(
              "torch",
              elapsed,
              Duration.ZERO,
              Duration.ofMinutes(5),
              Optional.empty(),
              "line " + second,
              Optional.empty()));
    }
    List<String> lines =
        inALog(story(events.toArray(Event[]::new)))
            .lines()
            .filter(line -> line.contains(", line "))
            .toList();
    assertEquals(
        List.of(
            "  [1/2] torch: 30.0 s, line 30",
            "  [1/2] torch: 1m 00s, line 60",
            "  [1/2] torch: 1m 30s, line 90"),
        lines);
  }

  @Test
  void shouldSayWhatAPhaseUsuallyTakesAndWhatItFetches() {
    Duration limit = Duration.ofMinutes(5);
    Optional<Duration> usual = Optional.of(Duration.ofSeconds(562));
    String log =
        inALog(
            story(
                started("X"),
                read("torch"),
                new PhaseEvent.PhaseStarted("torch", 1, 2, limit, limit, 5, usual),
                new PhaseEvent.PhaseProgress(
                    "torch",
                    Duration.ofSeconds(31),
                    Duration.ZERO,
                    limit,
                    Optional.empty(),
                    "  Downloading torch-2.3.0-cp311-cp311-linux_x86_64.whl (198.6 MB)",
                    Optional.of("downloading torch 2.3.0 (198.6 MB)"))));
    assertTrue(log.contains("retries 5; usually 9m 22s)\n"), log);
    assertTrue(
        log.contains("  [1/2] torch: 31.0 s of about 9m 22s, downloading torch 2.3.0 (198.6 MB)\n"),
        log);
  }

  @Test
  void shouldSayWhatIsInAPhaseThatWasBuilt() {
    String log =
        inALog(
            story(
                started("X"),
                new PhaseEvent.PhaseMeasured("a", List.of(), 0, Optional.empty()),
                new PhaseEvent.PhaseMeasured("b", List.of(), 0, Optional.of(7L)),
                new PhaseEvent.PhaseMeasured("c", List.of(), 1, Optional.empty())));
    assertEquals("  layers of 7 B\n  1 package installed\n", log);
    assertTrue(inALog(Stories.built()).contains("\n  layers of 1.2 GB, 25 packages installed\n"));
  }

  @Test
  void shouldSayEveryHalfMinuteHowFarAPushIs() {
    List<Entry> story =
        new ArrayList<>(story(new TransferEvent.PushStarted("torch", "r.example/x:1")));
    for (int second = 1; second <= 65; second++) {
      story.add(
          new Entry(
              1 + second,
              story.get(0).time().plusSeconds(second),
              new TransferEvent.PushProgress(
                  "torch", "r.example/x:1", second * 1_000_000L, 70_000_000, 1, 3)));
    }
    List<String> lines = inALog(story).lines().filter(line -> line.contains("↑")).toList();
    assertEquals(
        List.of(
            "  ↑ torch: 30.0 MB of 70.0 MB, 1 of 3 layers",
            "  ↑ torch: 60.0 MB of 70.0 MB, 1 of 3 layers"),
        lines);
  }

  @Test
  void shouldShowOnATerminalThePushBesideThePhase() {
    Duration second = Duration.ofSeconds(1);
    Event phase =
        new PhaseEvent.PhaseProgress(
            "app", second, second, second, Optional.empty(), "RUN make", Optional.empty());
    Event push = new TransferEvent.PushProgress("torch", "r.example/x:1", 0, 0, 1, 3);
    Event done =
        new TransferEvent.PushDone(
            "torch",
            "r.example/x:1",
            second,
            Optional.empty(),
            Optional.of(60_000_000L),
            Optional.of(1),
            Optional.of(2));
    String shown = told(new Screen.Terminal(out, 100), false, story(phase, push, done, phase));
    assertTrue(shown.contains("  ↑ torch: 1 of 3 layers · app: 1.0 s, RUN make"), shown);
    assertTrue(
        shown.contains("  pushed torch in 1.0 s; sent 1 layer of 60.0 MB, 2 were there"), shown);
    assertTrue(shown.endsWith("\u001b[K  app: 1.0 s, RUN make"), shown);
  }

  @Test
  void shouldSayWhatASilentPhaseIsWaitedFor() {
    Duration limit = Duration.ofMinutes(5);
    Duration silence = Duration.ofSeconds(250);
    Duration elapsed = Duration.ofMinutes(6);
    String log =
        inALog(
            story(
                started("X"),
                read("torch"),
                new PhaseEvent.PhaseStarted("torch", 1, 2, limit, limit, 5, Optional.empty()),
                new PhaseEvent.PhaseProgress(
                    "torch",
                    elapsed,
                    silence,
                    limit,
                    Optional.empty(),
                    "Collecting torch",
                    Optional.empty()),
                new PhaseEvent.PhaseProgress(
                    "torch",
                    elapsed.plusMinutes(1),
                    silence.plusMinutes(1),
                    limit,
                    Optional.of("committing the layer"),
                    "Successfully installed torch",
                    Optional.empty())));
    assertTrue(
        log.contains(
            "[1/2] torch: 6m 00s, no output for 4m 10s; stall limit 5m 00s, Collecting torch\n"),
        log);
    assertTrue(
        log.contains(
            "[1/2] torch: 7m 00s, no output for 5m 10s: committing the layer, Successfully"),
        log);
  }

  @Test
  void shouldSayWithWhichFallbackAPhaseWasBuilt() {
    assertTrue(
        inALog(Stories.resumed())
            .contains("  built with the fallback INDEX=https://pypi.example.com/simple\n"));
  }

  @Test
  void shouldShowOneChangingLineOnATerminal() {
    Duration second = Duration.ofSeconds(1);
    List<Entry> story =
        story(
            started("X"),
            read("torch"),
            new PhaseEvent.PhaseProgress(
                "torch",
                second,
                Duration.ZERO,
                Duration.ofMinutes(5),
                Optional.empty(),
                "x".repeat(300),
                Optional.empty()),
            new Event.Warned("careful"));
    String shown = told(new Screen.Terminal(out, 40), false, story);
    String status = shown.substring(shown.indexOf("torch: 1.0 s"), shown.indexOf("⚠ careful"));
    assertFalse(status.contains("\n"), shown);
    assertTrue(status.length() < 60, shown);
  }

  @Test
  void shouldShowTheLastLinesOfAPhaseThatWasGivenUp() {
    String log = inALog(Stories.failed());
    assertTrue(log.contains("\n    #12 ERROR: No matching distribution"), log);
    assertTrue(log.contains("❌ "), log);
    assertTrue(log.contains("\n  about: torch\n"), log);
    assertTrue(log.contains("\n  at: RUN pip install -r requirements.txt\n"), log);
    assertTrue(log.contains("  hint: "), log);
  }

  @Test
  void shouldKeepControlCharactersOfABuildFromTheTerminal() {
    String log = inALog(Stories.hostile());
    assertTrue(log.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), log);
  }

  @Test
  void shouldSayWhatAPlanWouldDo() {
    String log =
        inALog(
            story(
                started("X"),
                read("torch", "app"),
                new PrepareEvent.ImageMissing(List.of("torch"), List.of("app"), List.of()),
                new Event.RunPlanned(CacheResult.RESUMED, Duration.ofSeconds(1))));
    assertTrue(log.contains("torch  hit       " + KEY), log);
    assertTrue(log.contains("app    to build  " + KEY), log);
    assertTrue(log.contains("Prepare would go on from what is in the cache."), log);
  }

  @Test
  void shouldSayAtOnceForWhomItWaitsAndThenEveryHalfMinute() {
    List<Event> events = new ArrayList<>(List.of(started("X"), read("torch")));
    for (int second = 0; second <= 70; second += 10) {
      events.add(
          new Event.WaitingForRun(
              "pid 4711 on host (job#12)",
              "builds the same image",
              Instant.EPOCH,
              Duration.ofSeconds(second)));
    }
    events.add(new Event.WaitedForRun("pid 4711 on host (job#12)", Duration.ofSeconds(72)));
    List<String> lines =
        inALog(story(events.toArray(Event[]::new)))
            .lines()
            .filter(line -> line.contains("4711"))
            .toList();
    assertEquals(
        List.of(
            "  waiting for pid 4711 on host (job#12), which builds the same image",
            "  waiting for pid 4711 on host (job#12), which builds the same image, 30.0 s",
            "  waiting for pid 4711 on host (job#12), which builds the same image, 1m 00s",
            "  waited 1m 12s for pid 4711 on host (job#12)"),
        lines);
  }

  @Test
  void shouldSayWhichRegistryWouldGiveWhat() {
    String log =
        inALog(
            story(
                started("X"),
                read("torch", "app"),
                new PrepareEvent.ImageMissing(List.of("torch"), List.of("app"), List.of()),
                new PrepareEvent.FoundElsewhere("registry mirror:5000", List.of("torch")),
                new Event.RunPlanned(CacheResult.RESUMED, Duration.ofSeconds(1))));
    assertTrue(log.contains("  from registry mirror:5000: torch\n"), log);
    assertTrue(log.contains("torch  hit in registry mirror:5000  " + KEY), log);
  }

  @Test
  void shouldSayThatARunStoppedAsAsked() {
    List<String> log =
        inALog(
                story(
                    started("AI Processor"),
                    new PrepareEvent.PhaseWanted("torch"),
                    read("torch", "app"),
                    new PrepareEvent.ImageMissing(List.of(), List.of("torch"), List.of("app")),
                    succeeded(CacheResult.BUILT, true)))
            .lines()
            .toList();
    assertTrue(
        log.contains(
            "✅ Phase torch of the AI Processor image is built; stopped after it, as asked"),
        log.toString());
  }

  @Test
  void shouldSayThatAPhaseIsThere() {
    List<String> log =
        inALog(
                story(
                    started("AI Processor"),
                    new PrepareEvent.PhaseWanted("torch"),
                    read("torch", "app"),
                    new PrepareEvent.ImageMissing(List.of("torch"), List.of(), List.of("app")),
                    succeeded(CacheResult.HIT, true)))
            .lines()
            .toList();
    assertTrue(
        log.contains(
            "✅ Phase torch of the AI Processor image is in the cache; stopped after it, as asked"),
        log.toString());
  }
}
