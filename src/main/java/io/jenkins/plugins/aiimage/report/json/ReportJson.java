package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The report as JSON, described in {@code docs/report.md}. Its member {@code schema} grows when a
 * reader of an older version would misunderstand it; a new member does not change it.
 */
public final class ReportJson {
  public static final int SCHEMA = 1;

  private ReportJson() {}

  /** For people to read as well; ends with a newline. */
  public static String write(RunReport report) {
    return write(report, "  ") + "\n";
  }

  /** In one line, without its end. */
  public static String writeLine(RunReport report) {
    return write(report, "");
  }

  private static String write(RunReport report, String indent) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent(indent);
      json.beginObject();
      json.name("schema").value(SCHEMA);
      new RecordWriter(json).members(ReportMembers.of(report));
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Reads a report back.
   *
   * @throws IllegalArgumentException in one sentence, if this is no report or one of a later schema
   */
  public static RunReport read(String json) {
    try {
      JsonElement root = JsonParser.parseString(json);
      if (!root.isJsonObject() || !root.getAsJsonObject().has("schema")) {
        throw new UnreadableReport("it has no member \"schema\", so it is no report");
      }
      int schema = root.getAsJsonObject().get("schema").getAsInt();
      if (schema != SCHEMA) {
        throw new UnreadableReport(
            "it has schema " + schema + ", and this program reads schema " + SCHEMA);
      }
      return Json.reader().fromJson(root, ReportMembers.class).report();
    } catch (UnreadableReport e) {
      throw e;
    } catch (RuntimeException e) {
      // Gson tells of wrong types, values and nulls by more than half a dozen exceptions.
      throw new IllegalArgumentException("it is not a report of ai-image", e);
    }
  }
}
