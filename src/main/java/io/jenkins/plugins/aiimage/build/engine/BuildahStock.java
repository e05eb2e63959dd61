package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the store of podman and buildah keeps, as buildah tells it. */
record BuildahStock(StoreClient client, StoreIndexes indexes) implements Stock {
  @Override
  public List<StoredImage> images() throws EngineException {
    StoreImages store = StoreImages.of(client);
    List<StoredImage> images = new ArrayList<>();
    for (JsonElement element : StoreJson.list(client, "images", "--json", "--no-trunc")) {
      JsonObject image = element.getAsJsonObject();
      List<String> names = StoreJson.texts(image, "names");
      if (!names.isEmpty()) {
        String id = image.get("id").getAsString();
        Instant created = Instant.ofEpochSecond(image.get("created").getAsLong());
        // The list has the size in words only.
        long bytes = store.image(id).map(Engine.LocalImage::bytes).orElse(0L);
        images.add(new StoredImage(id, Optional.of(created), bytes, names));
      }
    }
    return images;
  }

  @Override
  public Set<String> used() throws EngineException {
    Set<String> used = new HashSet<>();
    for (JsonElement container : StoreJson.list(client, "containers", "--all", "--json")) {
      JsonElement image = container.getAsJsonObject().get("imageid");
      if (image != null && image.isJsonPrimitive()) {
        used.add("sha256:" + image.getAsString());
      }
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
