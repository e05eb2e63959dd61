package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.CleanEvent;
import io.jenkins.plugins.aiimage.report.DatabaseEvent;
import io.jenkins.plugins.aiimage.report.DiagnoseEvent;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.Failure;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T09:15:00Z");
  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  private final Story story = new Story(new Masks(List.of("geheim", "abab")));

  private static List<String> lines(Event... events) {
    List<String> lines = new ArrayList<>();
    for (Event event : events) {
      lines.add(EventJson.write(new Entry(lines.size() + 1, BEGIN, event)));
    }
    return lines;
  }

  private static final Event STARTED =
      new Event.RunStarted("prepare", "r/x", List.of("latest"), "X geheim", "registry r", "1");
  private static final Event SUCCEEDED =
      new Event.RunSucceeded(
          CacheResult.HIT, DIGEST, "r/x@" + DIGEST, true, Duration.ofSeconds(1), Optional.empty());

  @Test
  void shouldBeTheSameWhenItIsToldTwice() {
    List<String> lines = lines(STARTED, new Event.Warned("w"), SUCCEEDED);
    story.add(lines);
    RunReport once = story.report();

    story.add(lines);

    assertEquals(once, story.report());
    assertTrue(story.isComplete());
  }

  @Test
  void shouldMaskWhatPeopleWroteAndLeaveDigestsAlone() {
    story.add(lines(STARTED, new Event.Warned("the word is \"geheim\""), SUCCEEDED));

    assertEquals("X ****", story.report().label());
    assertEquals(List.of("the word is \"****\""), story.report().warnings());
    assertEquals(Optional.of(DIGEST), story.report().image().digest());
  }

  @Test
  void shouldPassOverWhatAnOtherVersionTells() {
    List<String> lines = new ArrayList<>(lines(STARTED));
    lines.add("{\"number\":2,\"time\":\"2026-03-02T09:15:00Z\",\"event\":\"Danced\"}");

    story.add(lines);

    assertEquals("r/x", story.report().subject());
  }

  @Test
  void shouldGiveAStoryThatBrokeOffAnEnd() {
    story.add(lines(STARTED));
    assertFalse(story.isComplete());

    story.breakOff(Problem.ABORTED, "Why.", BEGIN.plusSeconds(100));

    assertTrue(story.isComplete());
    assertEquals(Optional.of(new Failure(Problem.ABORTED, "Why.")), story.report().failure());
    assertEquals(BEGIN, story.report().started());
  }

  @Test
  void shouldBeginNowIfNothingWasEverTold() {
    story.breakOff(Problem.INTERNAL, "Why.", BEGIN);

    assertEquals(BEGIN, story.report().started());
  }

  @Test
  void shouldKeepWhatAnAbandonedProgramHadTold() {
    story.add(lines(STARTED));

    RunReport report = Story.abandoned(Optional.of(story)).report();

    assertEquals("r/x", report.subject());
    assertEquals(Optional.of(Problem.ABORTED), report.failure().map(Failure::problem));
    assertTrue(Story.abandoned(Optional.empty()).isComplete());
  }

  @Test
  void shouldKnowTheImageThatTheEngineBuiltLast() {
    story.add(
        lines(
            STARTED,
            new PhaseEvent.PhaseBuilt("a", 1, Duration.ZERO, "sha256:1", Optional.empty()),
            new PhaseEvent.PhaseBuilt("b", 1, Duration.ZERO, "sha256:2", Optional.empty())));

    assertEquals(Optional.of("sha256:2"), story.imageId());
  }

  @Test
  void shouldBeCompleteWhenAllDatabasesAreThere() {
    story.add(
        lines(
            new DatabaseEvent.DatabasesStarted("X geheim", List.of("java"), "/cache", false, "1"),
            new DatabaseEvent.DatabasesSucceeded(
                List.of("TRIVY_CACHE_DIR=/cache"), Duration.ZERO)));

    assertTrue(story.isComplete());
    assertEquals("X ****", story.report().label());
  }

  @Test
  void shouldBeCompleteWhenACleaningToldItsEnd() {
    story.add(
        lines(
            new CleanEvent.CleanStarted(List.of("r/x"), "registry r", false, Duration.ZERO, 1, "1"),
            new CleanEvent.CleanSucceeded(1, 1, 0, 5, 0, Duration.ZERO)));

    assertTrue(story.isComplete());
  }

  @Test
  void shouldBeCompleteWhenADiagnosisToldItsEnd() {
    story.add(lines(new DiagnoseEvent.DiagnoseStarted("Dockerfile", ".", false, "1")));
    assertFalse(story.isComplete());

    story.add(lines(new DiagnoseEvent.DiagnoseSucceeded(Duration.ZERO)));
    assertTrue(story.isComplete());
  }
}
