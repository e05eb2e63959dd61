package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the store of podman and buildah keeps, as podman tells it. */
record PodmanStock(StoreClient client, StoreIndexes indexes) implements Stock {
  private static final String ID = "sha256:";

  /** An image with two names is listed twice (podman 4.3). */
  @Override
  public List<StoredImage> images() throws EngineException {
    Map<String, StoredImage> images = new HashMap<>();
    for (JsonElement element : StoreJson.list(client, "images", "--format", "json")) {
      JsonObject image = element.getAsJsonObject();
      List<String> names = StoreJson.texts(image, "Names");
      if (!names.isEmpty()) {
        String id = ID + image.get("Id").getAsString();
        Instant created = Instant.ofEpochSecond(image.get("Created").getAsLong());
        images.put(
            id, new StoredImage(id, Optional.of(created), image.get("Size").getAsLong(), names));
      }
    }
    return new ArrayList<>(images.values());
  }

  /** Those of builds under way too, which only the store knows. */
  @Override
  public Set<String> used() throws EngineException {
    Set<String> used = new HashSet<>();
    for (JsonElement container :
        StoreJson.list(client, "ps", "--all", "--external", "--format", "json")) {
      used.add(ID + container.getAsJsonObject().get("ImageID").getAsString());
    }
    return used;
  }

  @Override
  public Set<String> parts() throws EngineException {
    return indexes.parts();
  }

  @Override
  public Optional<String> remove(String name) throws EngineException {
    return StoreJson.remove(client, name);
  }
}
