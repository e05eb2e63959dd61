package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Events as JSON lines: {@code number}, {@code time} and {@code event} first, then its members. */
public final class EventJson {
  private static final List<String> PROSE =
      List.of(
          "message",
          "hint",
          "lastLines",
          "hangingAt",
          "line",
          "work",
          "fetching",
          "instruction",
          "installed",
          "next",
          "label",
          "gate",
          "diff",
          "text",
          "test");

  private EventJson() {}

  /** One line, without its end. */
  public static String write(Entry entry) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("number").value(entry.number());
      json.name("time").value(entry.time().toString());
      json.name("event").value(entry.event().getClass().getSimpleName());
      new RecordWriter(json).members((Record) entry.event());
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Reads a line back.
   *
   * @throws IllegalArgumentException in one sentence, if it is no event that this version knows
   */
  public static Entry read(String line) {
    return read(line, UnaryOperator.identity());
  }

  /**
   * Reads a line back and changes what people wrote or programs said, such as messages. Names,
   * keys, digests and numbers stay: changed, they would be wrong.
   *
   * @throws IllegalArgumentException in one sentence, if it is no event that this version knows
   */
  public static Entry read(String line, UnaryOperator<String> prose) {
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      for (String name : PROSE) {
        if (json.has(name)) {
          json.add(name, changed(json.get(name), prose));
        }
      }
      Class<? extends Event> type = Types.BY_NAME.get(json.get("event").getAsString());
      return new Entry(
          json.get("number").getAsLong(),
          Instant.parse(json.get("time").getAsString()),
          Json.reader().fromJson(json, type));
    } catch (RuntimeException e) {
      // Gson tells of wrong types, values and nulls by more than half a dozen exceptions.
      throw new IllegalArgumentException("it is not an event of ai-image", e);
    }
  }

  private static JsonElement changed(JsonElement value, UnaryOperator<String> prose) {
    if (value.isJsonArray()) {
      JsonArray changed = new JsonArray();
      value.getAsJsonArray().forEach(element -> changed.add(changed(element, prose)));
      return changed;
    }
    if (value.isJsonObject()) {
      JsonObject changed = new JsonObject();
      value
          .getAsJsonObject()
          .entrySet()
          .forEach(member -> changed.add(member.getKey(), changed(member.getValue(), prose)));
      return changed;
    }
    return value.isJsonPrimitive() ? new JsonPrimitive(prose.apply(value.getAsString())) : value;
  }

  /** Of its own, so that who only writes events does not load them all. */
  private static final class Types {
    static final Map<String, Class<? extends Event>> BY_NAME = new HashMap<>();

    static {
      add(Event.class);
    }

    private static void add(Class<? extends Event> type) {
      if (type.isSealed()) {
        for (Class<?> part : type.getPermittedSubclasses()) {
          add(part.asSubclass(Event.class));
        }
      } else {
        BY_NAME.put(type.getSimpleName(), type);
      }
    }
  }
}
