package io.jenkins.plugins.aiimage.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.report.Change;
import io.jenkins.plugins.aiimage.report.Diagnosis;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EveryEvent;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.report.Inputs.PhaseInputs;
import io.jenkins.plugins.aiimage.report.Installed;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import io.jenkins.plugins.aiimage.report.Stories;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  private static final List<Input> INPUT = List.of(new Input("name", "0123456789ab"));
  private static final Inputs INPUTS =
      new Inputs(List.of(new PhaseInputs("torch", INPUT)), INPUT, INPUT, INPUT);

  static List<Class<?>> events() {
    return EveryEvent.types();
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldWriteEveryEventWithAllItsMembers(Class<?> type) throws Exception {
    String line = EventJson.write(new Entry(4711, Stories.BEGIN, sample(type)));

    JsonObject read = JsonParser.parseString(line).getAsJsonObject();
    List<String> names = new ArrayList<>(List.of("number", "time", "event"));
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(Json.name(type, component.getName(), component.getGenericType()));
    }
    assertEquals(names, List.copyOf(read.keySet()));
    assertEquals(4711, read.get("number").getAsLong());
    assertEquals("2026-03-02T09:15:00Z", read.get("time").getAsString());
    assertEquals(type.getSimpleName(), read.get("event").getAsString());
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldReadBackWhatItWrote(Class<?> type) throws Exception {
    Entry entry = new Entry(4711, Stories.BEGIN, sample(type));

    assertEquals(entry, EventJson.read(EventJson.write(entry)));
  }

  @Test
  void shouldLetReadersChangeWhatProgramsSaid() {
    Event progress =
        new PhaseEvent.PhaseProgress(
            "s3cret",
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Optional.of("s3cret"),
            "s3cret",
            Optional.of("s3cret"));
    Event measured =
        new PhaseEvent.PhaseMeasured(
            "s3cret", List.of(new Installed("s3cret", "s3cret")), 1, Optional.empty());

    assertEquals(
        new PhaseEvent.PhaseProgress(
            "s3cret",
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Optional.of("****"),
            "****",
            Optional.of("****")),
        masked(progress));
    assertEquals(
        new PhaseEvent.PhaseMeasured(
            "s3cret", List.of(new Installed("****", "****")), 1, Optional.empty()),
        masked(measured));
  }

  private static Event masked(Event event) {
    String line = EventJson.write(new Entry(1, Stories.BEGIN, event));
    return EventJson.read(line, text -> text.replace("s3cret", "****")).event();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"number\":1,\"time\":\"2026-03-02T09:15:00Z\",\"event\":\"Danced\"}",
        "{\"number\":1,\"time\":\"2026-03-02T09:15:00Z\",\"event\":\"Warned\"}",
        "{\"number\":1,\"time\":\"noon\",\"event\":\"Warned\",\"message\":\"m\"}"
      })
  void shouldRefuseWhatIsNoEvent(String line) {
    assertThrows(IllegalArgumentException.class, () -> EventJson.read(line));
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldEndTheNamesOfDurationsInTheirUnit(Class<?> type) throws Exception {
    String line = EventJson.write(new Entry(1, Stories.BEGIN, sample(type)));

    JsonObject read = JsonParser.parseString(line).getAsJsonObject();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getGenericType().getTypeName().contains(Duration.class.getName())) {
        assertEquals(1500, read.get(component.getName() + "Ms").getAsLong());
        assertFalse(read.has(component.getName()));
      }
    }
  }

  @Test
  void shouldKeepTheNumberOfTheEntryApartFromThatOfThePhase() {
    Event event =
        new PhaseEvent.PhaseStarted(
            "torch",
            2,
            3,
            Duration.ofMinutes(2),
            Duration.ofSeconds(5),
            4,
            Optional.of(Duration.ofMinutes(9)));

    assertEquals(
        "{\"number\":9,\"time\":\"2026-03-02T09:15:00Z\",\"event\":\"PhaseStarted\","
            + "\"phase\":\"torch\",\"phaseNumber\":2,\"total\":3,\"timeoutMs\":120000,"
            + "\"stallTimeoutMs\":5000,\"retries\":4,\"expectedMs\":540000}",
        EventJson.write(new Entry(9, Stories.BEGIN, event)));
  }

  @Test
  void shouldWriteOneLineWhateverTheTextHolds() {
    String line =
        EventJson.write(new Entry(1, Stories.BEGIN, new Event.Warned("a\r\nb\u2028c\u0000")));

    assertTrue(line.chars().noneMatch(c -> c < ' ' || c == '\u2028'), line);
  }

  private static Event sample(Class<?> type) throws ReflectiveOperationException {
    return (Event) built(type);
  }

  private static Object built(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    Object[] values =
        Arrays.stream(type.getRecordComponents()).map(EventJsonTest::sample).toArray();
    return constructor.newInstance(values);
  }

  private static Object nested(Class<?> type) {
    try {
      return built(type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " is no plain record", e);
    }
  }

  private static Object sample(RecordComponent component) {
    return switch (component.getGenericType().getTypeName()) {
      case "int" -> 7;
      case "long" -> 7L;
      case "boolean" -> true;
      case "java.lang.String" -> "text";
      case "java.time.Instant" -> Stories.BEGIN;
      case "java.time.Duration" -> Duration.ofMillis(1500);
      case "java.util.Optional<java.lang.String>" -> Optional.of("text");
      case "java.util.Optional<java.lang.Integer>" -> Optional.of(7);
      case "java.util.Optional<java.lang.Long>" -> Optional.of(7_000_000_000L);
      case "java.util.Optional<java.time.Duration>" -> Optional.of(Duration.ofMillis(1500));
      case "java.util.Optional<java.time.Instant>" -> Optional.of(Stories.BEGIN);
      case "java.util.List<java.lang.String>" -> List.of("text");
      case "io.jenkins.plugins.aiimage.report.Inputs" -> INPUTS;
      case "java.util.List<io.jenkins.plugins.aiimage.report.Change>" ->
          List.of(new Change(Change.Kind.FILE, Change.What.ADDED, "app.py", ""));
      case "java.util.List<io.jenkins.plugins.aiimage.report.ServiceEvent$PlannedService>" ->
          List.of(
              new ServiceEvent.PlannedService(
                  "api", 1, "api:1", Optional.of(7L), Optional.empty()));
      case "java.util.List<io.jenkins.plugins.aiimage.report.Installed>" ->
          List.of(new Installed("torch", "2.3.0"));
      case "java.util.List<io.jenkins.plugins.aiimage.report.Diagnosis$Folder>" ->
          List.of(new Diagnosis.Folder("models", 2, 7_000_000_000L));
      default -> other(component.getType());
    };
  }

  private static Object other(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return type.isRecord() ? nested(type) : List.of(new PrepareEvent.PlannedPhase("base", "key"));
  }
}
