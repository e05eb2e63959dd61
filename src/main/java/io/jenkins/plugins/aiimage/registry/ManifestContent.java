package io.jenkins.plugins.aiimage.registry;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a manifest refers to: a configuration and layers, or (an index) other manifests.
 *
 * @param config empty for an index
 * @param layers the lowest first; empty for an index
 * @param manifests empty unless it is an index
 */
public record ManifestContent(
    Optional<Descriptor> config, List<Descriptor> layers, List<Descriptor> manifests) {
  public ManifestContent {
    layers = List.copyOf(layers);
    manifests = List.copyOf(manifests);
  }

  /**
   * The blobs that a registry must hold before it accepts the manifest: all but foreign layers,
   * which their maker alone hands out.
   */
  public List<Descriptor> blobs() {
    List<Descriptor> blobs = new ArrayList<>();
    layers.stream().filter(layer -> !MediaTypes.isForeign(layer.mediaType())).forEach(blobs::add);
    config.ifPresent(blobs::add);
    return List.copyOf(blobs);
  }

  static ManifestContent parse(Manifest manifest) throws RegistryException {
    try {
      JsonObject root =
          JsonParser.parseString(new String(manifest.bytes(), StandardCharsets.UTF_8))
              .getAsJsonObject();
      if (MediaTypes.isIndex(manifest.mediaType())) {
        return new ManifestContent(Optional.empty(), List.of(), descriptors(root, "manifests"));
      }
      return new ManifestContent(
          Optional.of(descriptor(root.get("config"))), descriptors(root, "layers"), List.of());
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw RegistryException.protocol(
          "The manifest "
              + manifest.digest()
              + " is not a well-formed "
              + manifest.mediaType()
              + ": build and push the image again.");
    }
  }

  private static List<Descriptor> descriptors(JsonObject root, String member) {
    JsonArray array = root.getAsJsonArray(member);
    List<Descriptor> descriptors = new ArrayList<>(array.size());
    for (JsonElement element : array) {
      descriptors.add(descriptor(element));
    }
    return descriptors;
  }

  private static Descriptor descriptor(JsonElement element) {
    JsonObject object = element.getAsJsonObject();
    return new Descriptor(
        object.get("mediaType").getAsString(),
        Digest.parse(object.get("digest").getAsString()),
        object.get("size").getAsLong());
  }
}
