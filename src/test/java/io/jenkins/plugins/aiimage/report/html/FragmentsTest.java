package io.jenkins.plugins.aiimage.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.Stories;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.MachineNote;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import io.jenkins.plugins.aiimage.report.history.Runs;
import io.jenkins.plugins.aiimage.report.history.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FragmentsTest {
  private static final Fragments PARTS = new Fragments(Pages.ENGLISH);

  private static String trend(List<HistoryEntry> runs) {
    return PARTS.trend(ImageHistory.of(runs).get(0), RunLinks.NONE, "image-1");
  }

  private static List<HistoryEntry> hostile() {
    List<HistoryEntry> runs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      HistoryEntry run =
          HistoryEntry.of("<script>\u202E#" + i, Stories.fold(Stories.hostile())).orElseThrow();
      runs.add(run);
    }
    return runs;
  }

  @Test
  void shouldGiveTheFiguresOfEveryDrawingInATable() {
    String trend = trend(Runs.months(30));
    String drawings = trend.substring(0, trend.indexOf("<h3>Runs in figures</h3>"));
    String tables = trend.substring(drawings.length());

    Matcher title = Pattern.compile("<title>(\\d+): ([^<]*)</title>").matcher(drawings);
    int found = 0;
    while (title.find()) {
      String row = tables.substring(tables.indexOf(">" + title.group(1) + "</th>"));
      row = row.substring(0, row.indexOf("</tr>"));
      for (String value : title.group(2).split("; ", -1)) {
        String number = value.replaceFirst("^[a-z]+ (?=\\d)", "");
        assertTrue(row.contains(">" + number + "<"), number + " of run " + title.group(1));
        found++;
      }
    }
    assertTrue(found > 4 * 30, found + " values");
  }

  @Test
  void shouldDrawTheLastRunsAndSayHowManyThereAre() {
    String trend = trend(Runs.months(100));

    assertTrue(trend.contains("The last 40 of 100 runs, oldest first."));
    assertTrue(trend.contains(">61</th>") && !trend.contains(">60</th>"));
    assertTrue(trend.contains("2026-03-06"), "its end");
    WellFormed.check(trend);
    WellFormed.checkInert(trend);
  }

  @Test
  void shouldLinkARunToWhereMoreIsToBeRead() {
    ImageHistory history = ImageHistory.of(Runs.months(2)).get(0);

    String trend =
        PARTS.trend(history, run -> Optional.of("../" + run.run() + "/?a=\"&b"), "image-1");

    assertTrue(trend.contains("<a href=\"../2/?a=&quot;&amp;b\">2</a>"));
  }

  @Test
  void shouldTakeNamesOfRunsAndPhasesForTextOnly() {
    String trend = trend(hostile());

    WellFormed.check(trend);
    WellFormed.checkInert(trend);
    assertTrue(trend.contains("&lt;script&gt;⟨U+202E⟩#1"));
    assertFalse(trend.contains("A".repeat(81)), "endless names");
  }

  private static RunReport run(String key, String digest) {
    List<Input> files = List.of(new Input("<b>\u202E.txt", digest));
    Inputs inputs = new Inputs(List.of(), List.of(), List.of(), files);
    List<Entry> story = new ArrayList<>(Stories.hit());
    Event recipe = new PrepareEvent.RecipeRead(key, "linux/amd64", List.of(), 1, 1);
    story.add(new Entry(101, Stories.BEGIN, recipe));
    story.add(new Entry(102, Stories.BEGIN, new PrepareEvent.InputsRead(inputs)));
    return Stories.fold(story);
  }

  @Test
  void shouldSayWhatChangedSinceTheRunBefore() {
    NamedRun before = new NamedRun("11", run("k1", "1"));

    String page = PARTS.run(run("k2", "2"), Optional.of(before), "run-1");
    String same = PARTS.run(run("k1", "1"), Optional.of(before), "run-1");

    WellFormed.check(page);
    assertTrue(page.contains("<h3>What changed since 11</h3>"), page);
    assertTrue(page.contains("file <code>&lt;b&gt;⟨U+202E⟩.txt</code>: changed"), page);
    assertFalse(same.contains("What changed"), same);
  }

  @Test
  void shouldSumUpEachImage() {
    List<HistoryEntry> runs = new ArrayList<>(Runs.months(50));
    runs.addAll(hostile());

    String summary = PARTS.summary(ImageHistory.of(runs), RunLinks.NONE, "images");

    WellFormed.check(summary);
    WellFormed.checkInert(summary);
    assertTrue(summary.contains("pypi.org, 4"), summary);
    assertTrue(summary.contains("torch, 10m 36s") || summary.contains("torch, "), summary);
  }

  @Test
  void shouldTellImagesOfOneLabelApart() {
    List<ImageHistory> images = ImageHistory.of(Runs.images(20));

    String summary = PARTS.summary(images, RunLinks.NONE, "images");
    String phases = PARTS.phases(images, RunLinks.NONE, "phases");

    String other =
        "<div class=\"under\">registry.example.com:5000/team-b/ai-security-processor</div>";
    assertTrue(summary.contains("<th scope=\"row\">AI Processor" + other), summary);
    assertTrue(phases.contains("<td>AI Processor" + other), phases);
    assertFalse(summary.contains(":5000/serving") || phases.contains(":5000/serving"));
    String alone = PARTS.summary(images.subList(0, 1), RunLinks.NONE, "images");
    assertFalse(alone.contains("class=\"under\""), alone);
  }

  @Test
  void shouldAddUpWhatAllImagesSaved() {
    List<ImageHistory> images = ImageHistory.of(Runs.images(20));
    Duration saved = Duration.ZERO;
    for (ImageHistory image : images) {
      saved = saved.plus(Summary.of(image).saved());
    }
    String words = Pages.ENGLISH.duration(saved);

    String summary = PARTS.summary(images, RunLinks.NONE, "images");
    String trend = PARTS.trend(images.get(0), RunLinks.NONE, "image-1");

    assertTrue(summary.contains("<dt>Time saved in total</dt><dd>" + words + "</dd>"), summary);
    assertTrue(summary.contains("<dt>Hit rate</dt><dd>80 % (32/40)</dd>"), summary);
    assertTrue(summary.contains("<dt>Runs</dt><dd>40</dd>"), summary);
    assertTrue(trend.contains("<dt>Time saved in total</dt><dd>4h 43m"), trend);
  }

  @Test
  void shouldNameTheIndexesThatFailMost() {
    List<ImageHistory> images = ImageHistory.of(Runs.images(60));

    String indexes = PARTS.indexes(images, "indexes");

    WellFormed.check(indexes);
    WellFormed.checkInert(indexes);
    int first = indexes.indexOf("mirror-23.example.com:8443</th><td class=\"number\">720</td>");
    assertTrue(first > 0 && first < indexes.indexOf("mirror-22.example.com:8443"), indexes);
    assertTrue(indexes.contains("<td>stalled (720)</td>"), indexes);
    assertTrue(indexes.contains("<caption>"), indexes);
    assertEquals(20, indexes.split("<th scope=\"row\">", -1).length - 1);
    assertTrue(indexes.contains("Not shown: 5"), indexes);
    assertTrue(PARTS.indexes(List.of(), "indexes").contains("No failed attempt named an index."));
  }

  @Test
  void shouldNameTheSlowestPhasesOfAllImages() {
    List<ImageHistory> images = ImageHistory.of(Runs.images(60));

    String phases = PARTS.phases(images, run -> Optional.of("#run-" + run.run()), "phases");

    WellFormed.check(phases);
    assertTrue(phases.indexOf(">torch</th>") < phases.indexOf(">transformers</th>"), phases);
    assertTrue(
        phases.contains(
            "<td class=\"number\">10m 40s</td>"
                + "<td class=\"number\"><a href=\"#run-52\">11m 59s</a></td>"),
        phases);
    assertEquals(12, phases.split("<th scope=\"row\">", -1).length - 1);
    assertTrue(
        PARTS.phases(List.of(), RunLinks.NONE, "phases").contains("No phase has been built."));
  }

  @Test
  void shouldSpeakTheReadersLanguage() {
    Fragments french = new Fragments(Words.in(Locale.FRENCH, ZoneOffset.UTC));
    Fragments russian = new Fragments(Words.in(Locale.forLanguageTag("ru"), ZoneOffset.UTC));

    String run = french.run(Stories.fold(Stories.failed()), "run-1");
    String trend = russian.trend(ImageHistory.of(Runs.months(9)).get(0), RunLinks.NONE, "image-1");

    assertTrue(run.contains("échec passager") && run.contains("Que faire\u00a0:"), run);
    assertFalse(Pattern.compile(", attempt \\d|stalled<|Time line|built<").matcher(run).find());
    assertTrue(trend.contains("Время по фазам") && trend.contains("6,1\u00a0ГБ"), trend);
  }

  @Test
  void shouldTellAStallAndAWaitFromOtherThings() {
    String failed = PARTS.run(Stories.fold(Stories.failed()), "run-1");
    String waited = PARTS.run(Stories.fold(Stories.waited()), "run-1");

    assertTrue(failed.contains("<title>torch, attempt 2: stalled, 5m 45s</title>"), failed);
    assertTrue(failed.contains("torch: pause before the next attempt, 10.5 s"), failed);
    assertTrue(
        waited.contains("<title>Waited: another run was waited for, 12.5 s</title>"), waited);
  }

  @Test
  void shouldDrawRunsOfWhichNothingIsKnown() {
    HistoryEntry empty =
        new HistoryEntry(
            "",
            Runs.BEGIN,
            "",
            "",
            "",
            Optional.empty(),
            RunResult.FAILED,
            Duration.ZERO,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Duration.ZERO);

    String trend = trend(List.of(empty, empty));

    WellFormed.check(trend);
    assertFalse(trend.contains("NaN") || trend.contains("Infinity"), trend);
  }

  @Test
  void shouldRefuseAnIdThatIsNone() {
    assertThrows(
        IllegalArgumentException.class, () -> PARTS.run(Stories.fold(Stories.hit()), "'><script>"));
    assertEquals(-1, Fragments.styles().indexOf("</"));
  }

  @Test
  void shouldTellOfTheImagesOfJobs() {
    List<JobImage> images = new ArrayList<>();
    for (ImageHistory history : ImageHistory.of(Runs.months(50))) {
      images.add(new JobImage("team » one", "../job/team/job/one/aiImages/", history));
    }
    for (ImageHistory history : ImageHistory.of(hostile())) {
      images.add(new JobImage("<script>\u202E" + "x".repeat(10_000), "../job/a%20b/", history));
    }

    String jobs = PARTS.jobs(images, 0, images.size(), "images");

    WellFormed.check(jobs);
    WellFormed.checkInert(jobs);
    assertTrue(
        jobs.contains(
            "<a href=\"../job/team/job/one/aiImages/\">team » one</a>"
                + "<div class=\"under\">AI Processor</div>"),
        jobs);
    assertTrue(jobs.contains("<span class=\"badge RESUMED\">resumed</span>"), jobs);
    assertTrue(jobs.contains("⟨U+202E⟩"), jobs);
    assertTrue(jobs.length() < 20_000, jobs.length() + " characters");
    assertFalse(PARTS.jobs(images, 1, images.size(), "images").contains("team » one"));
  }

  @Test
  void shouldTellOfMachines() {
    Instant now = Instant.parse("2026-03-04T12:00:00Z");
    MachineNote full =
        new MachineNote(
            "agent-1",
            Map.of(
                "vulnerabilities",
                new MachineNote.Database(now.minus(Duration.ofHours(5)), now),
                "<later>",
                new MachineNote.Database(now.minus(Duration.ofDays(9)), now)),
            Optional.of(
                new MachineNote.Storage(
                    "/var/lib/docker", 30_000_000_000L, 120_000_000_000L, now)));
    MachineNote bare = new MachineNote("<script>", Map.of(), Optional.empty());

    String machines = PARTS.machines(List.of(full, bare), now, "agents");

    WellFormed.check(machines);
    WellFormed.checkInert(machines);
    for (String expected :
        List.of(
            ">Trivy: vulnerabilities</th>",
            ">&lt;later&gt;</th>",
            ">5h 00m<",
            ">9 days<",
            ">30.0 GB of 120 GB (25 %)<",
            "/var/lib/docker")) {
      assertTrue(machines.contains(expected), expected + " is not in " + machines);
    }
    WellFormed.check(PARTS.machines(List.of(bare), now, "agents"));
  }
}
