package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.stream.JsonWriter;
import io.jenkins.plugins.aiimage.report.Entry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Events as JSON lines: {@code number}, {@code time} and {@code event} first, then its members. */
public final class EventJson {
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
}
