package io.jenkins.plugins.aiimage.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parameters in a file: values that no command line and no process list shows. */
final class RequestFile {
  private static final String OPTION = "--request: ";

  private RequestFile() {}

  /**
   * What was given, and what the file that it names gives besides.
   *
   * @param known the parameters that there are
   * @throws IOException in one sentence, if the file cannot be used
   */
  static Arguments complete(Arguments given, List<Parameter> known) throws IOException {
    Map<String, List<String>> all = new HashMap<>();
    for (String name : given.values("request")) {
      Path file = Path.of(name).toAbsolutePath();
      JsonObject object = object(file);
      for (String parameter : object.keySet()) {
        if (known.stream().noneMatch(one -> one.name().equals(parameter))) {
          throw new IOException(
              OPTION + "there is no parameter " + parameter + " in " + file + ".");
        }
        all.put(parameter, values(object.get(parameter), parameter));
      }
    }
    all.putAll(given.given());
    return new Arguments(all, given.operands());
  }

  private static JsonObject object(Path file) throws IOException {
    try {
      JsonElement root = JsonParser.parseString(Files.readString(file));
      if (root.isJsonObject()) {
        return root.getAsJsonObject();
      }
    } catch (JsonParseException e) {
      // Said below.
    } catch (IOException e) {
      throw new IOException(OPTION + file + " cannot be read.", e);
    }
    throw new IOException(OPTION + file + " is not a JSON object.");
  }

  private static List<String> values(JsonElement element, String parameter) throws IOException {
    List<String> values = new ArrayList<>();
    JsonArray array = element.isJsonArray() ? element.getAsJsonArray() : new JsonArray();
    for (JsonElement value : array) {
      if (value.isJsonPrimitive()) {
        values.add(value.getAsString());
      }
    }
    if (!element.isJsonArray() || values.size() != array.size()) {
      throw new IOException(OPTION + parameter + " must be an array of texts.");
    }
    return values;
  }
}
