package io.jenkins.plugins.aiimage.jenkins.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.failure.Hints;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.Stories;
import io.jenkins.plugins.aiimage.report.html.Fragments;
import io.jenkins.plugins.aiimage.report.html.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ImagePagesTest {
  private static final Pattern PROGRESS =
      Pattern.compile("<progress value=\"\\d+\" max=\"540000\" aria-label=\"base, phase 0 of 3\">");

  private final ImagePages pages =
      new ImagePages(
          new Fragments(Words.in(Locale.ENGLISH, ZoneOffset.UTC)),
          new LocalHints(Locale.FRENCH),
          "/jenkins",
          "job/a%20b/7/");

  private static ImageRecord record(String node, boolean running, List<Entry> story) {
    ImageSource source = new ImageSource("id", node, Optional.empty());
    return new ImageRecord(source, running, Stories.fold(story));
  }

  @Test
  void shouldLeadToTheLogOfTheStep() {
    String known = pages.page(List.of(record("12", false, Stories.hit())), false).html();
    String unknown = pages.page(List.of(record("", false, Stories.hit())), false).html();

    assertTrue(known.contains("href=\"/jenkins/job/a%20b/7/execution/node/12/log/\""), known);
    assertTrue(unknown.contains("href=\"/jenkins/job/a%20b/7/console\""), unknown);
  }

  @Test
  void shouldShowEachImageUnderAnIdThatItsLineLeadsTo() {
    List<ImageRecord> records =
        List.of(record("1", false, Stories.hit()), record("2", false, Stories.failed()));
    String page = pages.page(records, false).html();
    String lines = pages.lines(records, false).html();

    assertTrue(page.contains("id=\"image-1\"") && page.contains("id=\"image-2\""), page);
    assertTrue(lines.contains("href=\"/jenkins/job/a%20b/7/aiImages/#image-2\""), lines);
    assertTrue(lines.contains("HIT") && lines.contains("FAILED"), lines);
  }

  @Test
  void shouldBeLookedAtAgainAsLongAsTheBuildGoesOn() {
    List<ImageRecord> running = List.of(record("1", true, Stories.hit().subList(0, 2)));
    List<ImageRecord> done = List.of(record("1", false, Stories.hit()));

    assertEquals(2, pages.page(running, true).seconds());
    assertEquals(10, pages.page(done, true).seconds());
    assertEquals(0, pages.page(done, false).seconds());
    assertTrue(pages.lines(running, true).html().contains("RUNNING"));
    assertFalse(pages.page(running, true).news().equals(pages.page(done, true).news()));
  }

  @Test
  void shouldSayWhatARunDoesNow() {
    List<ImageRecord> running = List.of(record("1", true, firstPhase()));
    LivePart page = pages.page(running, true);
    LivePart lines = pages.lines(running, true);

    for (String html : List.of(page.html(), lines.html())) {
      assertTrue(html.contains("base, phase 0 of 3; "), html);
      assertTrue(PROGRESS.matcher(html).find(), html);
    }
    assertEquals("AI Processor: base, phase 0 of 3.", lines.news());
    assertFalse(pages.page(running, false).html().contains("<progress"), "of a dead build");
  }

  private static List<Entry> firstPhase() {
    List<Entry> story = Stories.built();
    int begun = 0;
    while (!(story.get(begun).event() instanceof PhaseEvent.PhaseStarted)) {
      begun++;
    }
    return story.subList(0, begun + 1);
  }

  @Test
  void shouldNotTakeAStepForRunningWhoseBuildIsOver() {
    LivePart part = pages.lines(List.of(record("1", true, Stories.hit().subList(0, 2))), false);

    assertTrue(part.html().contains("UNFINISHED"), part.html());
    assertEquals(0, part.seconds());
  }

  @Test
  void shouldTakeEverythingOfARunForText() {
    List<ImageRecord> records = List.of(record("1", true, Stories.hostile()));
    LivePart page = pages.page(records, true);
    LivePart lines = pages.lines(records, true);

    for (String html : List.of(page.html(), lines.html())) {
      assertFalse(html.contains("<script"), html);
      assertFalse(html.contains("\u202E"), html);
    }
    assertTrue(lines.html().length() < 20_000, () -> lines.html().length() + " characters");
    assertTrue(page.news().length() < 500, page.news());
    assertFalse(page.news().contains("\u202E"), page.news());
  }

  @Test
  void shouldSayWhatToDoInTheReadersLanguage() {
    List<Entry> story = Stories.failed();
    String sign =
        Stories.fold(story).image().phases().stream()
            .flatMap(phase -> phase.failures().stream())
            .flatMap(attempt -> attempt.sign().stream())
            .findFirst()
            .orElseThrow();
    String page = pages.page(List.of(record("1", false, story)), false).html();

    assertTrue(page.contains(Hints.of(sign, Locale.FRENCH).substring(0, 20)), page);
  }
}
