package io.jenkins.plugins.aiimage.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.Stories;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPageTest {
  static List<List<Entry>> stories() {
    return List.of(
        List.of(),
        Stories.hit(),
        Stories.resumed(),
        Stories.built(),
        Stories.cleaned(),
        Stories.databases(),
        Stories.reviewed(),
        Stories.waited(),
        Stories.underWay(),
        Stories.hostileUnderWay(),
        Stories.failed(),
        Stories.failed().subList(0, 6),
        Stories.thirtyPhases(),
        Stories.hostile());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void shouldCloseEveryElementItOpens(List<Entry> story) {
    WellFormed.check(page(story));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void shouldNeedNoScriptAndNoOtherFile(List<Entry> story) {
    String page = page(story);

    for (String forbidden : List.of("<script", "<link", "<img", "<iframe", " style=", "@import")) {
      assertFalse(page.contains(forbidden), forbidden);
    }
    assertFalse(Pattern.compile("<[^>]* (on\\w+|src|href)=\"(?!#)").matcher(page).find());
  }

  @Test
  void shouldSayWhereARunStoppedAsAsked() {
    String page = page(Stories.stopped());

    assertTrue(page.contains("<dt>Stopped, as asked, after</dt><dd>torch</dd>"), page);
    assertTrue(page.contains("not needed"), page);
  }

  @Test
  void shouldSayWhatBecameOfTrivysDatabases() {
    String page = page(Stories.databases());

    assertTrue(page.contains("<h3>Databases</h3>") && page.contains("READY"), page);
    assertTrue(page.contains("fetched") && page.contains("stale"), page);
  }

  @Test
  void shouldSayWhatIsWrongInADockerfile() {
    String page = page(Stories.reviewed());

    assertTrue(page.contains("CHECKED</title>"), page);
    assertTrue(page.contains("<h3>Findings</h3>") && page.contains("unquoted-bound"), page);
  }

  @Test
  void shouldSayWhatARunUnderWayDoes() {
    String page = page(Stories.underWay());

    assertTrue(
        page.contains(
            "<strong>Now:</strong> torch, phase 2 of 3; 44.0 s so far; usually 9m 00s;"
                + " nothing said for 12.0 s, limit 5m 00s; downloading torch 2.3.0 (198.6 MB)</p>"),
        page);
    assertFalse(page(Stories.built()).contains("Now:"));
  }

  @Test
  void shouldSayWhatIsInEachPhaseAndWhatItWeighs() {
    String page = page(Stories.built());

    assertTrue(page.contains("<summary>torch: packages (25)</summary>"), page);
    assertTrue(page.contains("<li>lib-torch-24 <span class=\"soft\">1.24.0</span></li>"), page);
    assertTrue(page.contains("<td class=\"number\">1.2 GB</td><td class=\"number\">25</td>"), page);
    assertTrue(page.contains("41.2 GB of 107 GB free in /var/lib/docker"), page);
    assertFalse(page(Stories.failed()).contains("packages ("));
  }

  @Test
  void shouldShowAWaitAtItsPlace() {
    String page = page(Stories.waited());

    assertTrue(page.contains("<td class=\"number\">0.4 s</td><td class=\"number\">12.5 s"), page);
    assertTrue(page.contains("<rect x='3.074%' width='96.065%'"), page);
  }

  @Test
  void shouldSayWhatWasRemovedAndWhyTheRestStays() {
    String page = page(Stories.cleaned());

    assertTrue(page.contains("<title>Cleaning of images: CLEANED</title>"), page);
    assertTrue(page.contains("Images removed: 1 (tags: 1). Kept: 1. Freed: 1.2 GB."), page);
    assertTrue(page.contains("<h3>Removed</h3>") && page.contains(":id-9f2c"), page);
    assertTrue(page.contains("1.5 GB") && page.contains("2026-01-15 08:00:00 UTC"), page);
    assertTrue(page.contains("it has a tag"), page);
  }

  @Test
  void shouldSayWhatTheRunWas() {
    String page = page(Stories.hit());

    assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    assertTrue(page.contains("<title>AI Processor: HIT</title>"));
    assertTrue(page.contains("<dt>Total time</dt><dd>0.4 s</dd>"));
    assertTrue(page.contains("<dt>Time saved</dt><dd>23m 11s</dd>"));
    assertTrue(page.contains("<dt>Started</dt><dd>2026-03-02 09:15:00 UTC</dd>"));
    assertTrue(page.contains("<dt>Platform</dt><dd>linux/amd64</dd>"));
    assertTrue(page.contains("<dt>Digest</dt><dd><code>sha256:4be1"));
    assertTrue(page.contains("Nothing was run"));
    assertFalse(page.contains("<h3>Time line</h3>"), "nothing to draw");
  }

  @Test
  void shouldDrawABarForEachAttemptAndEachPush() {
    String resumed = page(Stories.resumed());

    assertTrue(resumed.contains("<title>transformers, attempt 1: transient failure, 31.0 s<"));
    assertTrue(resumed.contains("<title>transformers, attempt 2: built, 1m 02s</title>"));
    assertTrue(resumed.contains("<title>↑ push of transformers: failed, 6.0 s</title>"));
    assertTrue(resumed.contains("role=\"img\" aria-label=\"Time line"));
    String failed = page(Stories.failed());
    assertEquals(2, count(failed, "fill='url(#failed-run-1)' stroke='#dc2626'><title>"));
    assertEquals(1, count(failed, "fill='url(#stalled-run-1)' stroke='#d97706'><title>"));
    assertEquals(2, count(failed, "pause before the next attempt, "), "in the drawing");
  }

  @Test
  void shouldGiveTheFiguresOfTheDrawingInATable() {
    String page = page(Stories.built());

    assertTrue(
        page.contains(
            "<th scope=\"row\">torch</th><td class=\"word\">built</td><td class=\"number\">1</td>"
                + "<td class=\"number\">9m 22s</td><td class=\"number\">60 %</td>"));
  }

  @Test
  void shouldPutTheReasonOfAFailureBeforeAllDetails() {
    String page = page(Stories.failed());

    int reason = page.indexOf("<strong>Failed:</strong> Phase torch failed in attempt 3");
    assertTrue(reason > 0 && reason < page.indexOf("<dt>Total time</dt>"));
    assertTrue(page.contains("Exit code 10."));
    assertTrue(page.contains("<strong>What to do:</strong> The index knows other versions"));
    assertEquals(3, count(page, "<summary>Last lines of its output (3)</summary>"));
    assertEquals(1, count(page, "<details open=\"\">"), "those of the last attempt");
  }

  @Test
  void shouldSayWithWhichFallbackAPhaseWasBuilt() {
    String page = page(Stories.resumed());
    assertTrue(page.contains("<code>INDEX=https://pypi.example.com/simple</code>"), page);
  }

  @Test
  void shouldSayWhichInstructionWasAtWork() {
    assertTrue(page(Stories.failed()).contains("At work: RUN pip install -r requirements.txt"));
  }

  @Test
  void shouldBeginWithAnOverviewOfSeveralRuns() {
    String page =
        Pages.english(List.of(Stories.fold(Stories.hit()), Stories.fold(Stories.failed())));

    WellFormed.check(page);
    assertTrue(page.contains("<h1>Image reports (2)</h1>"));
    assertTrue(page.indexOf("Overview") < page.indexOf("id=\"run-1\""));
    assertTrue(page.contains("href=\"#run-2\">2026-03-02 09:15:00 UTC</a>"));
    assertTrue(page.contains("id='failed-run-2'"));
  }

  @Test
  void shouldSayThatThereAreNoReports() {
    assertTrue(Pages.english(List.of()).contains("<h1>No image reports</h1>"));
  }

  @Test
  void shouldTakeTheTextsOfARunForTextOnly() {
    String page = page(Stories.hostile());

    assertFalse(page.contains("<script"), "elements");
    assertFalse(page.contains("</style>A"), "the end of the style");
    assertFalse(page.contains("\"' onload"), "attributes");
    assertTrue(page.contains("&lt;script&gt;console.error(&#39;owned&#39;)&lt;/script&gt;"));
    assertTrue(page.contains("safe⟨U+202E⟩gnp.exe⟨U+2066⟩ ^G^[[31mred^@⟨U+200B⟩⟨U+D800⟩"));
    assertTrue(page.chars().noneMatch(c -> c < ' ' && c != '\n'));
    assertFalse(page.contains("A".repeat(2001)), "endless names");
    assertTrue(page.contains("<span title=\"" + "A".repeat(2000) + "…\">" + "A".repeat(80) + "…<"));
  }

  @Property(tries = 300)
  void shouldStayWellFormedWhateverAWarningSays(@ForAll String text) {
    Event warned = new Event.Warned("<" + text + ">\"'&");
    Event started = new Event.RunStarted("prepare", text, List.of(text), text, text, text);

    WellFormed.check(
        page(List.of(new Entry(1, Stories.BEGIN, started), new Entry(2, Stories.BEGIN, warned))));
  }

  @Test
  void shouldDrawARunThatTookNoTime() {
    RunReport report = Stories.fold(instant());

    String page = Pages.english(List.of(report));

    assertEquals(Duration.ZERO, report.duration());
    assertTrue(page.contains("<rect x='0.0%' width='0.6%'"), "the narrowest bar");
    assertFalse(page.contains("NaN") || page.contains("Infinity"));
  }

  @Test
  void shouldKeepShortPhasesVisibleAndInsideBesideLongOnes() {
    Matcher bar =
        Pattern.compile("<rect x='([0-9.]+)%' width='([0-9.]+)%'")
            .matcher(page(Stories.thirtyPhases()));

    int bars = 0;
    while (bar.find()) {
      double width = Double.parseDouble(bar.group(2));
      assertTrue(width >= 0.6);
      assertTrue(Double.parseDouble(bar.group(1)) + width <= 100.001);
      bars++;
    }
    assertEquals(30, bars);
  }

  private static List<Entry> instant() {
    return List.of(
        new Entry(
            1,
            Stories.BEGIN,
            new PrepareEvent.RecipeRead(
                "k", "p", List.of(new PrepareEvent.PlannedPhase("base", "k")), 0, 0)),
        new Entry(
            2,
            Stories.BEGIN,
            new PhaseEvent.PhaseBuilt("base", 1, Duration.ZERO, "id", Optional.empty())));
  }

  private static String page(List<Entry> story) {
    return Pages.english(List.of(Stories.fold(story)));
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
