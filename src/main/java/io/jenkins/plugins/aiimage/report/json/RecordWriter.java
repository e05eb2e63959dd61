package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes records as JSON objects by the rules of {@link Json}. Gson's own binding does the same,
 * but loads 140 classes for it, which a hit that takes less than half a second would feel.
 */
final class RecordWriter {
  private final JsonWriter json;

  RecordWriter(JsonWriter json) {
    this.json = json;
    json.setSerializeNulls(true);
  }

  /** The members of a record, without the braces around them. */
  void members(Record value) throws IOException {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      json.name(Json.name(value.getClass(), component.getName(), component.getGenericType()));
      value(read(component, value));
    }
  }

  private static Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " of a public record cannot be read", e);
    }
  }

  private void value(Object value) throws IOException {
    if (value instanceof Optional<?> optional) {
      if (optional.isEmpty()) {
        json.nullValue();
      } else {
        value(optional.get());
      }
    } else if (value instanceof List<?> list) {
      json.beginArray();
      for (Object element : list) {
        value(element);
      }
      json.endArray();
    } else if (value instanceof Record record) {
      json.beginObject();
      members(record);
      json.endObject();
    } else if (value instanceof Duration duration) {
      json.value(duration.toMillis());
    } else if (value instanceof Number number) {
      json.value(number);
    } else if (value instanceof Boolean flag) {
      json.value(flag);
    } else if (value instanceof Enum<?> constant) {
      json.value(constant.name());
    } else if (value instanceof String || value instanceof Instant) {
      json.value(value.toString());
    } else {
      throw new IllegalStateException("no JSON for a " + value.getClass());
    }
  }
}
