package io.jenkins.plugins.aiimage.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.parameter.Forms;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.push.ReturnedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters in a file: values that no command line and no process list shows. They may have the
 * forms of a Jenkinsfile.
 */
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
      Map<String, Object> object = object(file);
      if (known.stream().anyMatch(one -> one.name().equals("from"))) {
        object = ReturnedImage.named(ReturnedImage.named(object, "image"), "from");
      }
      for (Map.Entry<String, Object> entry : object.entrySet()) {
        Parameter parameter = parameter(entry.getKey(), known, file);
        values(parameter, entry.getValue()).ifPresent(values -> all.put(parameter.name(), values));
      }
    }
    all.putAll(given.given());
    return new Arguments(all, given.operands());
  }

  private static Parameter parameter(String name, List<Parameter> known, Path file)
      throws IOException {
    for (Parameter one : known) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    throw new IOException(OPTION + "there is no parameter " + name + " in " + file + ".");
  }

  private static Optional<List<String>> values(Parameter parameter, Object value)
      throws IOException {
    try {
      return Forms.values(parameter, value);
    } catch (IllegalArgumentException e) {
      throw new IOException(OPTION + parameter.name() + " " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> object(Path file) throws IOException {
    try {
      JsonElement root = JsonParser.parseString(Files.readString(file));
      if (root.isJsonObject()) {
        return members(root.getAsJsonObject());
      }
    } catch (JsonParseException e) {
      // Said below.
    } catch (IOException e) {
      throw new IOException(OPTION + file + " cannot be read.", e);
    }
    throw new IOException(OPTION + file + " is not a JSON object.");
  }

  /** What is null counts as not given. */
  private static Map<String, Object> members(JsonObject object) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      if (!member.getValue().isJsonNull()) {
        members.put(member.getKey(), plain(member.getValue()));
      }
    }
    return members;
  }

  /** A text, a truth, a list or a map. */
  private static Object plain(JsonElement element) {
    if (element.isJsonObject()) {
      return members(element.getAsJsonObject());
    }
    if (element.isJsonArray()) {
      List<Object> list = new ArrayList<>();
      element.getAsJsonArray().forEach(one -> list.add(plain(one)));
      return list;
    }
    boolean truth = element.isJsonPrimitive() && element.getAsJsonPrimitive().isBoolean();
    return truth ? (Object) element.getAsBoolean() : text(element);
  }

  private static String text(JsonElement element) {
    return element.isJsonNull() ? "" : element.getAsString();
  }
}
