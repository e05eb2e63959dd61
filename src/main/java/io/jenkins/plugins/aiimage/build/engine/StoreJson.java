package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists that podman and buildah give as JSON, and what both do in the same words. */
final class StoreJson {
  private StoreJson() {}

  static JsonArray list(StoreClient client, String... command) throws EngineException {
    String output = client.must(command);
    // Warnings of its log come before; an empty list may be null.
    StringBuilder json = new StringBuilder();
    output
        .lines()
        .filter(line -> !line.startsWith("time="))
        .forEach(line -> json.append(line).append('\n'));
    try {
      JsonElement list = JsonParser.parseString(json.toString());
      return list.isJsonArray() ? list.getAsJsonArray() : new JsonArray();
    } catch (JsonParseException e) {
      throw new EngineException(
          Problem.ENGINE_LOST,
          client.name() + " " + command[0] + " gave no list: see what it says by itself.");
    }
  }

  /** Empty where there is no such list. */
  static List<String> texts(JsonObject object, String member) {
    List<String> texts = new ArrayList<>();
    JsonElement list = object.get(member);
    if (list != null && list.isJsonArray()) {
      list.getAsJsonArray().forEach(text -> texts.add(text.getAsString()));
    }
    return texts;
  }

  /** Without force, so that the store refuses what is in use. */
  static Optional<String> remove(StoreClient client, String name) throws EngineException {
    ShortCommand.Result answer = client.run("rmi", "--", name);
    boolean gone = answer.succeeded() || answer.output().contains("image not known");
    return gone ? Optional.empty() : Optional.of(answer.complaint());
  }
}
