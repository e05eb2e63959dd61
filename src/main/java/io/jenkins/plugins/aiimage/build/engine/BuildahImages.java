package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.report.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images of the store, as {@code buildah} shows them. */
record BuildahImages(StoreClient client) implements StoreImages {
  private static final String ID = "sha256:";

  /** What buildah says of itself and its store; it opens the store for that. */
  static Store.Facts ask(StoreClient client) throws EngineException {
    ShortCommand.Result version = client.run("version", "--json");
    ShortCommand.Result info = client.run("info");
    try {
      JsonObject about = json(version.output()).getAsJsonObject();
      JsonObject host = json(info.output()).getAsJsonObject().getAsJsonObject("host");
      JsonObject store = json(info.output()).getAsJsonObject().getAsJsonObject("store");
      return new Store.Facts(
          about.get("version").getAsString(),
          about.get("osArch").getAsString(),
          Path.of(
              store.get("GraphRoot").getAsString(),
              store.get("GraphDriverName").getAsString() + "-containers"),
          host.has("OCIRuntime") ? host.get("OCIRuntime").getAsString() : "");
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new EngineException(
          Problem.NO_ENGINE,
          "builder: buildah does not work here (" + info.complaint() + "): see buildah info.");
    }
  }

  /** Warnings of its log come before. */
  private static JsonElement json(String output) {
    StringBuilder text = new StringBuilder();
    output
        .lines()
        .filter(line -> !line.startsWith("time="))
        .forEach(line -> text.append(line).append('\n'));
    return JsonParser.parseString(text.toString());
  }

  @Override
  public Optional<Engine.LocalImage> image(String reference) throws EngineException {
    ShortCommand.Result answer = client.run("inspect", "--type", "image", "--", reference);
    if (!answer.succeeded()) {
      return Optional.empty();
    }
    JsonObject image = json(answer.output()).getAsJsonObject();
    String id = ID + image.get("FromImageID").getAsString();
    List<String> names = names(reference);
    return Optional.of(
        new Engine.LocalImage(
            id,
            bytes(image),
            names.stream().filter(name -> !name.contains("@")).toList(),
            names.stream().filter(name -> name.contains("@")).toList()));
  }

  /** Of an image that was built here the manifest knows the layers as they are unpacked. */
  private static long bytes(JsonObject image) {
    long bytes = 0;
    JsonObject manifest =
        JsonParser.parseString(image.get("Manifest").getAsString()).getAsJsonObject();
    for (JsonElement layer : manifest.getAsJsonArray("layers")) {
      bytes += layer.getAsJsonObject().get("size").getAsLong();
    }
    return bytes;
  }

  /** One by one: a list of all fails while one of them is half written or half removed. */
  @Override
  public Map<String, Engine.LocalImage> images(List<String> names) throws EngineException {
    Map<String, Engine.LocalImage> found = new HashMap<>();
    for (String name : names) {
      image(name).ifPresent(there -> found.put(name, there));
    }
    return found;
  }

  /** Of one image. */
  private List<String> names(String reference) throws EngineException {
    ShortCommand.Result answer = client.run("images", "--json", "--no-trunc", "--", reference);
    List<String> names = new ArrayList<>();
    if (answer.succeeded()) {
      for (JsonElement image : json(answer.output()).getAsJsonArray()) {
        JsonElement own = image.getAsJsonObject().get("names");
        if (own != null && own.isJsonArray()) {
          own.getAsJsonArray().forEach(name -> names.add(name.getAsString()));
        }
      }
    }
    return names;
  }
}
