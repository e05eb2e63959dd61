package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import io.jenkins.plugins.aiimage.report.Change;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What changed between two runs, for whoever keeps it. */
public final class ChangesJson {
  private ChangesJson() {}

  /** The object around the list, which a record is read by. */
  record Kept(List<Change> changes) {
    Kept {
      changes = List.copyOf(changes);
    }
  }

  /** In one line. */
  public static String write(List<Change> changes) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      new RecordWriter(json).members(new Kept(changes));
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** None if they are of another version. */
  public static List<Change> read(String json) {
    try {
      return Json.reader().fromJson(JsonParser.parseString(json), Kept.class).changes();
    } catch (RuntimeException e) {
      // Gson tells of wrong types, values and nulls by more than half a dozen exceptions.
      return List.of();
    }
  }
}
