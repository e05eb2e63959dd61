package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Parameters as the command line's {@code --request} reads them. */
public final class RequestJson {
  private RequestJson() {}

  /** An object with an array of texts for each parameter. */
  public static String write(Map<String, ? extends List<String>> parameters) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      for (Map.Entry<String, ? extends List<String>> parameter : parameters.entrySet()) {
        json.name(parameter.getKey()).beginArray();
        for (String value : parameter.getValue()) {
          json.value(value);
        }
        json.endArray();
      }
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
