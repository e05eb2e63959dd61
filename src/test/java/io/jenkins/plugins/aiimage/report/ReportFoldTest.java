package io.jenkins.plugins.aiimage.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReportFoldTest {
  @Test
  void shouldTellOfAHitThatNothingWasRun() {
    RunReport report = Stories.fold(Stories.hit());

    assertEquals(Optional.of(CacheResult.HIT), report.image().cache());
    assertEquals(Optional.of(Duration.ofSeconds(1391)), report.image().saved());
    assertEquals(Duration.ofMillis(412), report.duration());
    assertEquals(Optional.empty(), report.image().builder());
    assertEquals(List.of(PhaseResult.HIT, PhaseResult.HIT, PhaseResult.HIT), results(report));
    assertEquals(Stories.BEGIN, report.started());
  }

  @Test
  void shouldTellForWhomAndHowLongItWaited() {
    RunReport report = Stories.fold(Stories.waited());

    assertEquals(Optional.of(Duration.ofMillis(12_500)), report.waits().total());
    assertEquals(Optional.of("pid 4711 on agent-3 (team/image#12)"), report.waits().who());
    assertEquals(Optional.empty(), Stories.fold(Stories.hit()).waits().total());
    RunReport underWay = Stories.fold(Stories.waited().subList(0, 4));
    assertEquals(Optional.of(Duration.ofSeconds(10)), underWay.waits().total());
  }

  @Test
  void shouldTellWhenAWaitBegan() {
    String who = "pid 4711 on agent-3 (team/image#12)";
    Duration start = Duration.ofMillis(400);

    assertEquals(
        List.of(new Waits.Wait(who, start, Duration.ofMillis(12_500))),
        Stories.fold(Stories.waited()).waits().each());
    assertEquals(
        List.of(new Waits.Wait(who, start, Duration.ofSeconds(10))),
        Stories.fold(Stories.waited().subList(0, 4)).waits().each());
    assertEquals(List.of(), Stories.fold(Stories.hit()).waits().each());
  }

  @Test
  void shouldAddUpWaits() {
    RunReport report =
        Stories.fold(
            List.of(
                new Entry(
                    1,
                    Stories.BEGIN.plusSeconds(9),
                    new Event.WaitedForRun("a", Duration.ofSeconds(3))),
                new Entry(
                    2,
                    Stories.BEGIN.plusSeconds(20),
                    new Event.WaitedForRun("b", Duration.ofSeconds(4)))));

    assertEquals(Optional.of(Duration.ofSeconds(7)), report.waits().total());
    assertEquals(Optional.of("b"), report.waits().who());
    assertEquals(
        List.of(
            new Waits.Wait("a", Duration.ZERO, Duration.ofSeconds(3)),
            new Waits.Wait("b", Duration.ofSeconds(7), Duration.ofSeconds(4))),
        report.waits().each());
  }

  @Test
  void shouldTellOfARunUnderWayWhatItDoesNow() {
    RunReport report = Stories.fold(Stories.underWay());

    assertEquals(
        Optional.of(
            new Current(
                "torch",
                2,
                3,
                Stories.BEGIN.plusMillis(48_600),
                Optional.of(Duration.ofMinutes(9)),
                Optional.of("downloading torch 2.3.0 (198.6 MB)"),
                Duration.ofSeconds(12),
                Duration.ofMinutes(5))),
        report.current());
    assertEquals(
        Optional.of(new Storage("/var/lib/docker", 41_200_000_000L, 107_000_000_000L)),
        report.image().storage());
  }

  @Test
  void shouldTellOfAPushWhereNoPhaseGoesOn() {
    List<Entry> story = Stories.underWay();
    int push = 9;
    assertTrue(story.get(push).event() instanceof TransferEvent.PushStarted, story.toString());

    Current current = Stories.fold(story.subList(0, push + 1)).current().orElseThrow();

    assertEquals("base", current.subject());
    assertEquals(0, current.number());
    assertTrue(current.doing().orElseThrow().startsWith("pushing registry"), current.toString());
    assertEquals(Optional.empty(), Stories.fold(story.subList(0, push)).current());
  }

  @Test
  void shouldTellWhatComesNextWhileAnAttemptIsWaitedFor() {
    RunReport report = Stories.fold(Stories.failed().subList(0, 7));

    assertEquals(Optional.of("retry in 10 s"), report.current().orElseThrow().doing());
  }

  @Property
  void shouldDoNothingWhenItIsOver(@ForAll("stories") List<Entry> story) {
    assertEquals(Optional.empty(), Stories.fold(story).current());
  }

  @Test
  void shouldTellWhatIsInAPhase() {
    PhaseReport torch = Stories.fold(Stories.built()).image().phases().get(1);

    assertEquals(25, torch.installedCount());
    assertEquals(new Installed("lib-torch-0", "1.0.0"), torch.installed().get(0));
    assertEquals(Optional.of(1_175_000_000L), torch.bytes());
  }

  @Test
  void shouldTellOfABuildWhenEachPhaseAndPushBegan() {
    RunReport report = Stories.fold(Stories.built());

    assertEquals(Optional.of(CacheResult.BUILT), report.image().cache());
    assertEquals(Optional.of("buildkit"), report.image().builder());
    PhaseReport torch = report.image().phases().get(1);
    assertEquals(Duration.ofMillis(48_600), torch.start());
    assertEquals(Duration.ofMillis(562_400), torch.duration());
    assertEquals(1, torch.attempts());
    PushReport push = report.image().pushes().get(1);
    assertEquals(Duration.ofMillis(611_100), push.start());
    assertEquals(Duration.ofMillis(130_900), push.duration());
    assertEquals(Optional.of(1_500_000_000L), push.sentBytes());
    assertEquals(Optional.of(4), push.layersSent());
    assertEquals(Optional.of(3), push.layersThere());
    assertTrue(push.digest().isPresent());
  }

  @Test
  void shouldTellOfAResumedBuildWhatWasCachedAndWhatWasNotAskedFor() {
    RunReport report = Stories.fold(Stories.resumed());

    assertEquals(Optional.of(CacheResult.RESUMED), report.image().cache());
    assertEquals(
        List.of(PhaseResult.SKIPPED, PhaseResult.HIT, PhaseResult.BUILT, PhaseResult.BUILT),
        results(report));
    assertEquals(2, report.image().phases().get(2).attempts());
    assertEquals(1, report.image().phases().get(2).failures().size());
    assertEquals(1, report.warnings().size());
    assertTrue(report.image().pushes().get(0).error().isPresent());
    assertEquals(Optional.empty(), report.image().pushes().get(0).digest());
  }

  @Test
  void shouldTellOfThePhasesThatTheCacheLostAfterItListedThem() {
    RunReport report = Stories.fold(Stories.lost());

    assertEquals(
        List.of(PhaseResult.HIT, PhaseResult.NOT_REACHED, PhaseResult.NOT_REACHED),
        results(report));
  }

  @Test
  void shouldTellOfAFailureEachAttemptAndWhatWasNotReached() {
    RunReport report = Stories.fold(Stories.failed());

    assertEquals(Optional.empty(), report.image().cache());
    assertEquals(Problem.BUILD_FAILED, report.failure().orElseThrow().problem());
    assertEquals(
        List.of(PhaseResult.HIT, PhaseResult.FAILED, PhaseResult.NOT_REACHED), results(report));
    List<AttemptReport> failures = report.image().phases().get(1).failures();
    assertEquals(
        List.of(Cause.TRANSIENT, Cause.STALLED, Cause.PERMANENT),
        failures.stream().map(AttemptReport::cause).toList());
    assertEquals(Duration.ofSeconds(75), failures.get(1).start());
    assertEquals(Optional.empty(), failures.get(1).exitCode());
  }

  @Test
  void shouldDateARunThatFailsBeforeItIntroducesItself() {
    Event failure = new Event.RunFailed(Problem.INPUT, "No such file.", Duration.ofMillis(3));

    RunReport report = Stories.fold(List.of(new Entry(1, Stories.BEGIN, failure)));

    assertEquals(Stories.BEGIN, report.started());
  }

  @Test
  void shouldMeasureFromTheFirstEventWhereNoRunStarted() {
    Instant later = Stories.BEGIN.plusMillis(40);

    RunReport report =
        Stories.fold(
            List.of(
                new Entry(1, Stories.BEGIN, new Event.Warned("slow")),
                new Entry(2, later, new Event.Warned("slower"))));

    assertEquals(Duration.ofMillis(40), report.duration());
  }

  @Test
  void shouldLetNothingBeginBeforeTheRunWhenTheClockIsSetBack() {
    List<Entry> story = Stories.failed();
    Instant hourEarlier = Stories.BEGIN.minusSeconds(3600);
    ReportFold fold = new ReportFold();
    fold.on(story.get(0));
    story.stream().skip(1).forEach(entry -> fold.on(at(hourEarlier, entry)));

    RunReport report = fold.report();

    for (PhaseReport phase : report.image().phases()) {
      assertFalse(phase.start().isNegative());
      phase.failures().forEach(attempt -> assertFalse(attempt.start().isNegative()));
    }
  }

  @Property
  void shouldChangeNothingWhenEntriesAreReadAgain(
      @ForAll("stories") List<Entry> story, @ForAll int where) {
    ReportFold fold = new ReportFold();
    int split = Math.floorMod(where, story.size() + 1);
    story.subList(0, split).forEach(fold::on);
    story.forEach(fold::on);
    story.forEach(fold::on);

    assertEquals(Stories.fold(story), fold.report());
  }

  @Property
  void shouldReportAfterAnyBeginningOfAStory(
      @ForAll("stories") List<Entry> story, @ForAll int length) {
    List<Entry> beginning = story.subList(0, Math.floorMod(length, story.size() + 1));

    RunReport report = Stories.fold(beginning);

    boolean over = beginning.size() == story.size();
    assertEquals(over, report.image().cache().isPresent() || report.failure().isPresent());
    assertTrue(report.duration().compareTo(Stories.fold(story).duration()) <= 0);
  }

  @Provide
  Arbitrary<List<Entry>> stories() {
    return Arbitraries.of(
        List.of(
            Stories.hit(),
            Stories.resumed(),
            Stories.built(),
            Stories.failed(),
            Stories.thirtyPhases()));
  }

  private static Entry at(Instant time, Entry entry) {
    return new Entry(entry.number(), time, entry.event());
  }

  private static List<PhaseResult> results(RunReport report) {
    return report.image().phases().stream().map(PhaseReport::cache).toList();
  }

  @Test
  void shouldChangeNothingElseAtAnotherMoment() {
    RunReport report = Stories.fold(Stories.failed());

    assertEquals(report, report.at(report.duration(), report.current()));
  }
}
