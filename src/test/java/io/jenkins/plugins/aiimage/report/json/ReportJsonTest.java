package io.jenkins.plugins.aiimage.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.Stories;
import io.jenkins.plugins.aiimage.report.Waits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportJsonTest {
  static List<List<Entry>> stories() {
    return List.of(
        List.of(),
        Stories.hit(),
        Stories.resumed(),
        Stories.built(),
        Stories.stopped(),
        Stories.failed(),
        Stories.waited(),
        Stories.underWay(),
        Stories.cleaned(),
        Stories.databases(),
        Stories.reviewed(),
        Stories.thirtyPhases());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void shouldReadWhatItWrote(List<Entry> story) {
    RunReport report = Stories.fold(story);

    assertEquals(report, ReportJson.read(ReportJson.write(report)));
  }

  @Test
  void shouldHaveExactlyTheDocumentedMembers() {
    JsonObject root = written(Stories.built());

    assertEquals(
        List.of(
            "schema",
            "started",
            "version",
            "label",
            "image",
            "tags",
            "key",
            "platform",
            "builder",
            "cache",
            "planned",
            "digest",
            "reference",
            "published",
            "durationMs",
            "savedMs",
            "waitedMs",
            "waitedFor",
            "phases",
            "pushes",
            "warnings",
            "failure",
            "useCase",
            "cleaning",
            "databases",
            "environment",
            "until",
            "preset",
            "inputs",
            "bytes",
            "review",
            "smoke",
            "diagnosis",
            "services",
            "current",
            "storage",
            "waits"),
        List.copyOf(root.keySet()));
    assertEquals(
        List.of(
            "name",
            "key",
            "cache",
            "startMs",
            "durationMs",
            "attempts",
            "fallback",
            "failures",
            "installed",
            "installedCount",
            "bytes"),
        List.copyOf(first(root, "phases").keySet()));
    assertEquals(
        List.of(
            "subject",
            "reference",
            "startMs",
            "durationMs",
            "digest",
            "sentBytes",
            "layersSent",
            "layersThere",
            "error"),
        List.copyOf(first(root, "pushes").keySet()));
  }

  @Test
  void shouldDescribeFailedAttemptsAndTheFailure() {
    JsonObject root = written(Stories.failed());

    JsonObject torch = root.getAsJsonArray("phases").get(1).getAsJsonObject();
    assertEquals(
        List.of(
            "attempt",
            "cause",
            "startMs",
            "durationMs",
            "exitCode",
            "message",
            "sign",
            "hint",
            "subject",
            "instruction",
            "lastLines",
            "hangingAt"),
        List.copyOf(first(torch, "failures").keySet()));
    assertEquals(
        List.of("problem", "message"), List.copyOf(root.getAsJsonObject("failure").keySet()));
    assertTrue(root.get("cache").isJsonNull());
    assertTrue(root.get("savedMs").isJsonNull());
  }

  @Test
  void shouldWriteDurationsInMillisecondsAndTimesInIso8601() {
    JsonObject root = written(Stories.hit());

    assertEquals(1, root.get("schema").getAsInt());
    assertEquals(412, root.get("durationMs").getAsLong());
    assertEquals(1_391_000, root.get("savedMs").getAsLong());
    assertEquals("2026-03-02T09:15:00Z", root.get("started").getAsString());
    assertEquals("HIT", root.get("cache").getAsString());
  }

  @Test
  void shouldReadAReportOfAVersionThatKnewNoPackagesAndNoWaits() {
    JsonObject root = written(Stories.built());
    List.of("current", "storage", "waits").forEach(root::remove);
    for (JsonElement phase : root.getAsJsonArray("phases")) {
      List.of("installed", "installedCount", "bytes").forEach(phase.getAsJsonObject()::remove);
    }

    RunReport report = ReportJson.read(root.toString());

    assertEquals(List.of(), report.waits().each());
    assertEquals(Optional.empty(), report.current());
    assertEquals(List.of(), report.image().phases().get(0).installed());
    assertEquals(0, report.image().phases().get(0).installedCount());
    assertEquals(Optional.empty(), report.image().phases().get(0).bytes());
  }

  @Test
  void shouldKnowHowLongAReportWaitedThatListsNoWaits() {
    JsonObject root = written(Stories.waited());
    root.remove("waits");

    Waits waits = ReportJson.read(root.toString()).waits();

    assertEquals(Optional.of(Duration.ofMillis(12_500)), waits.total());
    assertEquals(Optional.of("pid 4711 on agent-3 (team/image#12)"), waits.who());
    assertEquals(List.of(), waits.each());
  }

  @Test
  void shouldReadAReportWithMembersItDoesNotKnow() {
    JsonObject root = written(Stories.hit());
    root.addProperty("carbonGrams", 12);

    assertEquals(Stories.fold(Stories.hit()), ReportJson.read(root.toString()));
  }

  @Test
  void shouldReadAnOlderReportThatLacksAnOptionalMember() {
    JsonObject root = written(Stories.hit());
    root.remove("savedMs");

    RunReport report = ReportJson.read(root.toString());

    assertEquals(Optional.empty(), report.image().saved());
    assertEquals(Duration.ofMillis(412), report.duration());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "3",
        "\"text\"",
        "{}",
        "{",
        "{\"schema\":1}",
        "{\"schema\":null}",
        "{\"schema\":\"x\"}",
        "{\"schema\":[]}",
        "{\"schema\":{}}",
        "{\"schema\":1e99}",
        "\u0000"
      })
  void shouldRefuseWhatIsNoReportInOneSentence(String text) {
    assertOneSentence(
        assertThrows(IllegalArgumentException.class, () -> ReportJson.read(text)).getMessage());
  }

  @Test
  void shouldRefuseDeepNesting() {
    String text = "{\"schema\":" + "[".repeat(100_000);

    assertThrows(IllegalArgumentException.class, () -> ReportJson.read(text));
  }

  @Test
  void shouldSayWhichSchemaItReads() {
    JsonObject root = written(Stories.hit());
    root.addProperty("schema", 2);

    assertEquals("it has schema 2, and this program reads schema 1", messageFor(root.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"started", "image", "tags", "published", "durationMs", "phases", "warnings"})
  void shouldNameAMemberThatIsMissingOrNull(String name) {
    JsonObject root = written(Stories.hit());
    root.remove(name);
    assertEquals("its member \"" + name + "\" is missing", messageFor(root.toString()));

    root.add(name, null);
    assertEquals("its member \"" + name + "\" is missing", messageFor(root.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "started|\"yesterday\"",
        "durationMs|\"long\"",
        "durationMs|1e40",
        "tags|[null]",
        "tags|{}",
        "phases|[null]",
        "phases|[[]]",
        "warnings|[{}]",
        "failure|7",
        "cache|\"PERHAPS\"",
      })
  void shouldRefuseValuesOfTheWrongKind(String name, String value) {
    JsonObject root = written(Stories.hit());
    root.add(name, JsonParser.parseString(value));

    assertOneSentence(messageFor(root.toString()));
  }

  @Property(tries = 200)
  void shouldReadOrRefuseAnyDamagedReport(@ForAll int at, @ForAll char replacement) {
    StringBuilder text = new StringBuilder(DAMAGED);
    text.setCharAt(Math.floorMod(at, text.length()), replacement);
    try {
      ReportJson.read(text.toString());
    } catch (IllegalArgumentException refused) {
      assertOneSentence(refused.getMessage());
    }
  }

  private static final String DAMAGED = ReportJson.write(Stories.fold(Stories.failed()));

  private static JsonObject written(List<Entry> story) {
    return JsonParser.parseString(ReportJson.write(Stories.fold(story))).getAsJsonObject();
  }

  private static JsonObject first(JsonObject object, String array) {
    return object.getAsJsonArray(array).get(0).getAsJsonObject();
  }

  private static String messageFor(String json) {
    return assertThrows(IllegalArgumentException.class, () -> ReportJson.read(json)).getMessage();
  }

  private static void assertOneSentence(String message) {
    assertFalse(message.isBlank());
    assertFalse(message.contains("\n"), message);
    assertFalse(message.contains("Exception"), message);
    assertTrue(message.length() < 200, message);
  }
}
