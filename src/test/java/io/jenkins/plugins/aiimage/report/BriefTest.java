package io.jenkins.plugins.aiimage.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BriefTest {
  private static final String PAGE = "a line of output \"with quotes\" ".repeat(500);

  private static List<Event> phase(String name, int failures, int packages) {
    List<Event> events = new ArrayList<>();
    events.add(
        new PhaseEvent.PhaseStarted(
            name, 1, 10, Duration.ZERO, Duration.ZERO, 100, Optional.of(Duration.ofHours(1))));
    for (int attempt = 1; attempt <= failures; attempt++) {
      events.add(
          new PhaseEvent.AttemptFailed(
              name,
              attempt,
              Cause.TRANSIENT,
              Optional.of(1),
              Duration.ofSeconds(1_000_000),
              PAGE,
              Optional.of("pip-download-broken-half-way"),
              Optional.of(PAGE),
              Optional.of(PAGE),
              Optional.of(PAGE),
              Collections.nCopies(40, PAGE),
              Collections.nCopies(40, PAGE),
              "retrying"));
    }
    events.add(
        new PhaseEvent.PhaseBuilt(name, failures + 1, Duration.ofHours(2), "id", Optional.empty()));
    List<Installed> installed =
        IntStream.range(0, packages)
            .mapToObj(i -> new Installed("some-package-of-usual-length-" + i, "12.104.5.80"))
            .toList();
    events.add(
        new PhaseEvent.PhaseMeasured(name, installed, packages, Optional.of(9_876_543_210L)));
    return events;
  }

  private static RunReport report(int phases, int failures, int packages) {
    List<PrepareEvent.PlannedPhase> planned =
        IntStream.range(0, phases)
            .mapToObj(i -> new PrepareEvent.PlannedPhase("phase-number-" + i, "k".repeat(64)))
            .toList();
    List<Event> events = new ArrayList<>();
    events.add(new Event.RunStarted("prepare", "r/x", List.of("latest"), "X", "registry r", "1"));
    events.add(new PrepareEvent.RecipeRead("k".repeat(64), "linux/amd64", planned, 1, 1));
    events.add(new PrepareEvent.StorageMeasured("/var/lib/docker", 1, 2));
    for (int i = 0; i < 5; i++) {
      events.add(new Event.Warned(PAGE));
      events.add(new Event.WaitedForRun(PAGE, Duration.ofSeconds(1)));
    }
    planned.forEach(phase -> events.addAll(phase(phase.name(), failures, packages)));
    List<Entry> story = new ArrayList<>();
    events.forEach(event -> story.add(new Entry(story.size() + 1L, Stories.BEGIN, event)));
    return Stories.fold(story);
  }

  @Test
  void shouldKeepEvenTheWorstRunSmall() {
    RunReport brief = report(10, 5, 400).brief();

    int bytes = ReportJson.writeLine(brief).getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 20_000, () -> bytes + " bytes");
    for (PhaseReport phase : brief.image().phases()) {
      assertEquals(400, phase.installedCount());
      assertEquals(3, phase.failures().size());
      assertTrue(phase.installed().size() >= 4, () -> phase.installed().size() + " packages");
    }
  }

  @Test
  void shouldKeepMoreOfFewerPhases() {
    RunReport brief = report(2, 1, 400).brief();

    assertEquals(40, brief.image().phases().get(1).installed().size());
    assertEquals(201, brief.image().phases().get(1).failures().get(0).message().length());
    assertEquals(Optional.of(9_876_543_210L), brief.image().phases().get(1).bytes());
  }

  @Test
  void shouldKeepWhatARunDoesNow() {
    RunReport full = Stories.fold(Stories.underWay());

    assertEquals(full.current(), full.brief().current());
    assertEquals(full.image().storage(), full.brief().image().storage());
    RunReport waited = Stories.fold(Stories.waited());
    assertEquals(waited.waits(), waited.brief().waits());
  }

  @Test
  void shouldCutAnEndlessLabel() {
    List<Entry> story =
        List.of(
            new Entry(
                1,
                Stories.BEGIN,
                new Event.RunStarted(
                    "prepare", "r/x", List.of("latest"), PAGE, "registry r", "1")));

    assertEquals(PAGE.substring(0, 300) + "…", Stories.fold(story).brief().label());
  }

  @Test
  void shouldLeaveNoHalfOfACharacter() {
    List<Entry> story =
        List.of(
            new Entry(
                1, Stories.BEGIN, new Event.Warned("x".repeat(199) + "\uD83D\uDE00".repeat(9))));

    assertEquals("x".repeat(199) + "…", Stories.fold(story).brief().warnings().get(0));
  }
}
