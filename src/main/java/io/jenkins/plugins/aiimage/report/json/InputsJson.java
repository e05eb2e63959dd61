package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import io.jenkins.plugins.aiimage.report.Inputs;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What a key was computed from, as in the report. */
public final class InputsJson {
  private InputsJson() {}

  /** In one line. */
  public static String write(Inputs inputs) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      new RecordWriter(json).members(inputs);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Empty if it is of another version, or cut. */
  public static Optional<Inputs> read(String json) {
    try {
      return Optional.of(Json.reader().fromJson(JsonParser.parseString(json), Inputs.class));
    } catch (RuntimeException e) {
      // Gson tells of wrong types, values and nulls by more than half a dozen exceptions.
      return Optional.empty();
    }
  }
}
