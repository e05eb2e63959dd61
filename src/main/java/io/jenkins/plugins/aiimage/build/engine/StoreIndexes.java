package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The indexes that the store of podman and buildah keeps. Both programs remove an image although an
 * index is made of it (podman 4.3, buildah 1.28), and neither tells indexes from images in its
 * list; the store's own description does.
 *
 * @param folder where the store describes its images
 */
record StoreIndexes(Path folder) {
  private static final String DATA = "big-data-names";

  /** Stands among the data of an index only (containers/storage 1.43). */
  private static final String INDEX = "instances.json";

  static StoreIndexes of(Store.Facts facts) {
    String containers = String.valueOf(facts.containers().getFileName());
    return new StoreIndexes(
        facts.containers().resolveSibling(containers.replace("-containers", "-images")));
  }

  /** Ids of the images that an index is made of. */
  Set<String> parts() throws EngineException {
    if (Files.notExists(folder.resolve("images.json"))) {
      return Set.of(); // A store that never had an image.
    }
    try {
      JsonArray images =
          JsonParser.parseString(Files.readString(folder.resolve("images.json"))).getAsJsonArray();
      Set<String> digests = new HashSet<>();
      for (JsonElement image : images) {
        if (data(image).contains(INDEX)) {
          digests.addAll(digests(image.getAsJsonObject().get("id").getAsString()));
        }
      }
      Set<String> parts = new HashSet<>();
      for (JsonElement image : images) {
        if (data(image).stream()
            .anyMatch(name -> digests.contains(name.replace("manifest-", "")))) {
          parts.add("sha256:" + image.getAsJsonObject().get("id").getAsString());
        }
      }
      return parts;
    } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
      throw new EngineException(
          Problem.ENGINE_LOST,
          "The store in " + folder + " cannot be read: run as the user whose store it is.");
    }
  }

  private static List<String> data(JsonElement image) {
    return StoreJson.texts(image.getAsJsonObject(), DATA);
  }

  private Set<String> digests(String index) throws IOException {
    JsonObject manifest =
        JsonParser.parseString(Files.readString(folder.resolve(index).resolve("manifest")))
            .getAsJsonObject();
    Set<String> digests = new HashSet<>();
    JsonElement parts = manifest.get("manifests");
    // An index that has no part yet has null.
    for (JsonElement part : parts.isJsonArray() ? parts.getAsJsonArray() : new JsonArray()) {
      digests.add(part.getAsJsonObject().get("digest").getAsString());
    }
    return digests;
  }
}
