package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** A step's result for those who run the program instead. */
public final class ResultJson {
  private ResultJson() {}

  /**
   * An object on one line.
   *
   * @param result as {@link io.jenkins.plugins.aiimage.report.StepResult} makes it
   */
  public static String write(Map<String, Object> result) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      value(json, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void value(JsonWriter json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.beginObject();
      for (Map.Entry<?, ?> member : map.entrySet()) {
        json.name((String) member.getKey());
        value(json, member.getValue());
      }
      json.endObject();
    } else if (value instanceof Iterable<?> list) {
      json.beginArray();
      for (Object one : list) {
        value(json, one);
      }
      json.endArray();
    } else if (value instanceof Number number) {
      json.value(number);
    } else if (value instanceof Boolean truth) {
      json.value(truth);
    } else {
      json.value((String) value);
    }
  }
}
