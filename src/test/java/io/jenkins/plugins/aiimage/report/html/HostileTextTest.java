package io.jenkins.plugins.aiimage.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.EveryEvent;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.report.Stories;
import io.jenkins.plugins.aiimage.report.console.ConsoleLog;
import io.jenkins.plugins.aiimage.report.console.Screen;
import io.jenkins.plugins.aiimage.report.history.FailedAttempts;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.HistoryLines;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.Metrics;
import io.jenkins.plugins.aiimage.report.history.PhaseTime;
import io.jenkins.plugins.aiimage.report.history.RunResult;
import io.jenkins.plugins.aiimage.report.json.EventJson;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import io.jenkins.plugins.aiimage.report.json.ResultJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that a run may tell, in everything that is made of it. */
class HostileTextTest {
  private static final Fragments PARTS = new Fragments(Pages.ENGLISH);

  /** Marks that turn the direction of the text around them (CVE-2021-42574). */
  private static final Pattern DIRECTION =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private static final Pattern SAMPLE =
      Pattern.compile(
          "# (HELP|TYPE) [a-z_]+ .+"
              + "|[a-z_]+\\{[a-z]+=\"([^\"\\\\]|\\\\[\"\\\\n])*\""
              + "(,[a-z]+=\"([^\"\\\\]|\\\\[\"\\\\n])*\")*} [0-9.]+");

  static Stream<String> texts() {
    StringBuilder controls = new StringBuilder();
    for (char c = 0; c < 0xa0; c++) {
      if (Character.isISOControl(c)) {
        controls.append(c);
      }
    }
    return Stream.of(
        " ",
        "<script>console.error('owned')</script>",
        "\"' onload=console.error(1) x=\"'><img src=x onerror=console.error(2)>",
        "]]>--><!--</style></title></details></table>",
        "{{constructor}} ${jndi:ldap://x} %s {0} {9} \\",
        "safe\u202Egnp.exe \u2066a\u2069 \u200f\u061c\u202a",
        controls.toString(),
        "a\u2028b\u2029c\ufeffd\u00ade",
        "\uD800",
        "\uDC00\uD800x",
        "\uD83D\uDE00".repeat(5_000),
        "x\uD83D\uDE00".repeat(3_000),
        "A".repeat(10_000));
  }

  private static List<HistoryEntry> entries(String text) {
    HistoryEntry entry =
        new HistoryEntry(
            text,
            Stories.BEGIN,
            text,
            text,
            text,
            Optional.of(text),
            RunResult.BUILT,
            Duration.ofSeconds(9),
            Optional.of(Duration.ofSeconds(3)),
            List.of(new PhaseTime(text, PhaseResult.BUILT, Duration.ofSeconds(8))),
            Optional.of(5L),
            List.of(new FailedAttempts(Cause.INDEX, Optional.of(text), 2)),
            Duration.ZERO);
    HistoryEntry other =
        new HistoryEntry(
            text,
            Stories.BEGIN,
            text,
            "another",
            text,
            Optional.empty(),
            RunResult.HIT,
            Duration.ofSeconds(9),
            Optional.empty(),
            entry.phases(),
            Optional.empty(),
            entry.failed(),
            Duration.ZERO);
    return List.of(entry, other);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldBeTextOnAPage(String text) {
    RunReport report = Stories.fold(EveryEvent.with(text));
    RunReport underWay = Stories.fold(EveryEvent.underWay(text));
    List<HistoryEntry> entries = entries(text);

    String page =
        new ReportPage(Pages.ENGLISH)
            .render(
                List.of(new NamedRun(text, report), new NamedRun(text + "2", underWay)), entries);

    assertTrue(underWay.current().isPresent());
    WellFormed.check(page);
    checkVisible(page);
    for (List<Entry> story : EveryEvent.ofEachKind(text)) {
      Optional<NamedRun> before = Optional.of(new NamedRun(text, underWay));
      checkPart(PARTS.run(Stories.fold(story), before, "run"));
    }
    List<ImageHistory> images = ImageHistory.of(entries);
    checkPart(PARTS.trend(images.get(0), run -> Optional.of("#x"), "trend"));
    checkPart(PARTS.summary(images, run -> Optional.of("#x"), "summary"));
    checkPart(PARTS.indexes(images, "indexes"));
    checkPart(PARTS.phases(images, run -> Optional.of("#x"), "phases"));
  }

  private static void checkPart(String part) {
    WellFormed.check(part);
    WellFormed.checkInert(part);
    checkVisible(part);
  }

  /** Nothing that is not seen as what it is, and nothing endless. */
  private static void checkVisible(String markup) {
    assertTrue(markup.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), markup);
    assertTrue(markup.codePoints().noneMatch(HostileTextTest::isHalf), markup);
    assertTrue(!DIRECTION.matcher(markup).find(), markup);
    int endless = markup.indexOf("A".repeat(2_001));
    assertTrue(endless < 0, () -> markup.substring(Math.max(0, endless - 200), endless + 20));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldNotSpeakToTheTerminal(String text) {
    String log = log(text, false);
    String verbose = log(text, true);

    for (String told : List.of(log, verbose)) {
      assertTrue(told.chars().noneMatch(c -> Character.isISOControl(c) && "\n\t".indexOf(c) < 0));
      assertTrue(!DIRECTION.matcher(told).find(), told);
      assertTrue(told.indexOf('\u2028') < 0 && told.indexOf('\u2029') < 0, told);
    }
    assertTrue(log.contains("[7/7]"), log);
  }

  private static String log(String text, boolean verbose) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ConsoleLog log = new ConsoleLog(new Screen.Plain(out), verbose);
    EveryEvent.with(text).forEach(log::on);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldBeReadBackFromJson(String text) {
    List<Entry> story = EveryEvent.with(text);
    for (Entry entry : story) {
      String line = EventJson.write(entry);
      checkLine(line);
      assertEquals(entry, EventJson.read(line));
    }
    List<List<Entry>> runs = new ArrayList<>(EveryEvent.ofEachKind(text));
    runs.add(story);
    runs.add(EveryEvent.underWay(text));
    for (List<Entry> told : runs) {
      RunReport report = Stories.fold(told);
      String line = ReportJson.writeLine(report);
      checkLine(line);
      assertEquals(report, ReportJson.read(line));
      assertEquals(report.brief(), ReportJson.read(ReportJson.writeLine(report.brief())));
      String result = ResultJson.write(StepResult.of(report));
      checkLine(result);
      assertTrue(JsonParser.parseString(result).isJsonObject());
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldBeReadBackFromHistoryLines(String text) {
    for (HistoryEntry entry : entries(text)) {
      String line = HistoryLines.write(entry);
      checkLine(line);
      assertTrue(line.length() < 10_000, () -> line.length() + " characters");
      List<HistoryEntry> read = HistoryLines.read(List.of(line, line + "}", "null", "[" + line));
      assertEquals(entry, read.get(0));
    }
  }

  private static void checkLine(String line) {
    assertTrue(line.chars().noneMatch(c -> c < ' ' || c == '\u2028' || c == '\u2029'), line);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldBeAValueOfALabelInMetrics(String text) {
    String metrics = Metrics.of(ImageHistory.of(entries(text)));

    assertTrue(metrics.contains("ai_image_failed_attempts{"), metrics);
    for (String line : metrics.split("\n", -1)) {
      assertTrue(line.isEmpty() || SAMPLE.matcher(line).matches(), line);
    }
    assertTrue(metrics.codePoints().noneMatch(HostileTextTest::isHalf), metrics);
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
