package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.report.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store behind {@code buildah}. */
record BuildahEngine(Store store) implements Engine {
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
  public String version() {
    return store.facts().version();
  }

  @Override
  public String words() {
    return store.words();
  }

  @Override
  public String platform() {
    return store.facts().platform();
  }

  @Override
  public Optional<LocalImage> image(String reference) throws EngineException {
    ShortCommand.Result answer = store.client().run("inspect", "--type", "image", "--", reference);
    if (!answer.succeeded()) {
      return Optional.empty();
    }
    JsonObject image = json(answer.output()).getAsJsonObject();
    String id = ID + image.get("FromImageID").getAsString();
    List<String> names = names(reference);
    return Optional.of(
        new LocalImage(
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
  public Map<String, LocalImage> images(List<String> names) throws EngineException {
    Map<String, LocalImage> found = new HashMap<>();
    for (String name : names) {
      image(name).ifPresent(there -> found.put(name, there));
    }
    return found;
  }

  /** Of one image. */
  private List<String> names(String reference) throws EngineException {
    ShortCommand.Result answer =
        store.client().run("images", "--json", "--no-trunc", "--", reference);
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

  @Override
  public void tag(String image, String name) throws EngineException {
    store.tag(image, name);
  }

  @Override
  public Optional<String> push(String name, Duration timeout) throws EngineException {
    return store.push(name, timeout);
  }

  @Override
  public Optional<String> pull(String reference, Duration timeout) throws EngineException {
    return store.pull(reference, timeout);
  }

  @Override
  public Optional<String> smokeTest(String image, String commandLine, Duration timeout)
      throws EngineException {
    return new StoreProgram(new StoreBuilder(this, store)).smokeTest(image, commandLine, timeout);
  }

  @Override
  public Optional<Path> dataRoot() {
    return store.root();
  }

  @Override
  public Optional<String> output(String image, Duration patience, String... command)
      throws EngineException {
    return new StoreProgram(new StoreBuilder(this, store)).output(image, patience, command);
  }
}
