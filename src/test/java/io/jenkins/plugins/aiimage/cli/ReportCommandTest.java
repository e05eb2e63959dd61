package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Stories;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.HistoryLines;
import io.jenkins.plugins.aiimage.report.history.Runs;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private String report;
  private Path history;
  private Path page;

  @BeforeEach
  void writeReport() throws IOException {
    Path file = folder.resolve("built.json");
    Files.writeString(file, ReportJson.write(Stories.fold(Stories.built())));
    report = file.toString();
    history = folder.resolve("history.jsonl");
    page = folder.resolve("page.html");
  }

  private int run(Map<String, String> environment, String... words) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new CommandLineInterface(environment, out, out).run(words);
  }

  private int run(String... words) {
    return run(Map.of(), words);
  }

  private void shouldHaveRefused(int code, String words) {
    String text = said.toString(StandardCharsets.UTF_8).strip();
    assertEquals(2, code, text);
    assertTrue(text.contains(words), text);
    assertEquals(1, text.lines().count(), text);
    assertFalse(text.contains("Exception"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "EN", "fr_FR", "", "<script>"})
  void shouldNameTheLanguagesThatThereAre(String language) {
    shouldHaveRefused(
        run("report", report, "--html", page.toString(), "--language", language),
        "--language: there are en, fr and ru, and not " + language + ".");
    assertFalse(Files.exists(page));
  }

  @ParameterizedTest
  @CsvSource({"en,ru_RU.UTF-8,BUILT", "fr,C,CONSTRUITE", "ru,,СОБРАН", ",fr_CA.UTF-8,CONSTRUITE"})
  void shouldSpeakTheLanguageAskedForOrElseThatOfTheLocale(
      String language, String locale, String word) throws IOException {
    Map<String, String> environment = locale == null ? Map.of() : Map.of("LC_ALL", locale);
    String[] words =
        language == null
            ? new String[] {"report", report, "--html", page.toString()}
            : new String[] {"report", report, "--html", page.toString(), "--language", language};

    assertEquals(0, run(environment, words), said::toString);
    assertTrue(Files.readString(page).contains(word), Files.readString(page));
  }

  @Test
  void shouldKeepALineOfEachRunOnce() throws IOException {
    for (int i = 0; i < 2; i++) {
      assertEquals(0, run("report", report, "--history", history.toString()), said::toString);
    }

    List<HistoryEntry> kept = HistoryLines.read(Files.readAllLines(history));
    assertEquals(1, kept.size());
    assertEquals("built.json", kept.get(0).run());
  }

  @Test
  void shouldShowTheRunsThatTheHistoryHas() throws IOException {
    writeHistory(Runs.images(40));

    assertEquals(
        0,
        run("report", "--history", history.toString(), "--html", page.toString()),
        said::toString);

    String shown = Files.readString(page);
    assertTrue(shown.contains("Slowest phases") && shown.contains("mirror-23.example.com"), shown);
    assertTrue(shown.contains("Time saved in total"), shown);
  }

  @Test
  void shouldKeepTheLastThousandRuns() throws IOException {
    writeHistory(Runs.months(1200));

    assertEquals(0, run("report", report, "--history", history.toString()), said::toString);

    List<HistoryEntry> kept = HistoryLines.read(Files.readAllLines(history));
    assertEquals(1000, kept.size());
    assertEquals("built.json", kept.get(999).run());
  }

  @Test
  void shouldPassOverLinesThatAreSpoiltOrHostile() throws IOException {
    String good = HistoryLines.write(Runs.months(1).get(0));
    List<String> lines =
        List.of(
            good,
            good.substring(0, 200),
            "",
            "null",
            "[".repeat(10_000),
            good.replace("\"v\":1", "\"v\":2"),
            good.replace("\"BUILT\"", "\"STOLEN\""),
            good.replace("AI Processor", "<script>alert(1)</script>\\u202e" + "x".repeat(10_000)),
            good.replace("\"ms\":", "\"ms\":-"),
            "{\"v\":1,\"run\":\"" + "y".repeat(300_000) + "\"}");
    Files.write(history, lines);

    assertEquals(
        0,
        run("report", report, "--history", history.toString(), "--html", page.toString()),
        said::toString);

    String shown = Files.readString(page);
    assertFalse(shown.contains("<script") || shown.contains("STOLEN") || shown.contains("yyyyy"));
    assertTrue(shown.contains("&lt;script&gt;alert(1)&lt;/script&gt;⟨U+202E⟩xxx"), shown);
    assertTrue(shown.length() < 200_000, () -> shown.length() + " characters");
  }

  @Test
  void shouldRefuseAHistoryThatIsNoText() throws IOException {
    byte[] bytes = {(byte) 0xc3, (byte) 0x28, 0, (byte) 0xff};
    Files.write(history, bytes);

    shouldHaveRefused(
        run("report", report, "--history", history.toString()), "is not text in UTF-8");
    assertEquals(bytes.length, Files.size(history), "it is left as it is");
  }

  @Test
  void shouldRefuseAHistoryThatIsAFolder() {
    shouldHaveRefused(
        run("report", report, "--history", folder.toString()),
        "--history: " + folder + " cannot be read.");
  }

  @Test
  void shouldRefuseAHistoryThatCannotBeWritten() {
    Path nowhere = folder.resolve("missing").resolve("history.jsonl");

    shouldHaveRefused(
        run("report", report, "--history", nowhere.toString()),
        "--history: " + nowhere + " cannot be written.");
  }

  @Test
  void shouldRefuseANameThatNoFileCanHave() {
    shouldHaveRefused(
        run("report", report, "--history", "a\u0000b"), "cannot be the name of a file");
    said.reset();
    shouldHaveRefused(run("report", "a\u0000b", "--html", page.toString()), "cannot be read");
    said.reset();
    shouldHaveRefused(run("report", "/", "--html", page.toString()), "/ cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"schema\": 9}", "{\"schema\": 1}", "\"schema\""})
  void shouldLeaveTheHistoryWhereAReportIsNone(String json) throws IOException {
    writeHistory(Runs.months(2));
    String before = Files.readString(history);
    Path other = Files.writeString(folder.resolve("other.json"), json);

    shouldHaveRefused(
        run("report", report, other.toString(), "--history", history.toString()),
        "other.json cannot be shown: ");
    assertEquals(before, Files.readString(history));
  }

  private void writeHistory(List<HistoryEntry> runs) throws IOException {
    Files.write(history, runs.stream().map(HistoryLines::write).toList());
  }
}
