package io.jenkins.plugins.aiimage.registry;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One image for several platforms: a list of the manifests of each. */
public final class ImageIndex {
  private ImageIndex() {}

  /**
   * One platform's image.
   *
   * @param platform what it runs on
   * @param manifest its own, no index
   */
  public record Entry(Platform platform, Descriptor manifest) {}

  /**
   * An image of the repository as an entry, with the platform that its own configuration names.
   *
   * @throws RegistryException of kind {@code PROTOCOL} if it is no image for one platform
   */
  public static Entry entry(Repository repository, String reference) throws RegistryException {
    Manifest manifest = repository.get(reference);
    Optional<Descriptor> config = manifest.content().config();
    if (config.isEmpty()) {
      throw RegistryException.protocol(
          repository.name()
              + "@"
              + manifest.digest()
              + " is an index itself: have the builder make an image without attestations.");
    }
    byte[] configuration = repository.blobs().get(config.get());
    return new Entry(Platform.ofConfiguration(configuration), manifest.descriptor());
  }

  /**
   * The index: the same bytes for the same entries, whatever their order. Over docker manifests
   * alone it is a docker manifest list, otherwise an OCI index; docker 20.10, podman 4.3, buildah
   * 1.28 and skopeo 1.9 take either, but a list of OCI manifests is none.
   */
  public static Manifest of(List<Entry> entries) {
    boolean docker =
        entries.stream()
            .allMatch(entry -> entry.manifest().mediaType().equals(MediaTypes.DOCKER_MANIFEST));
    String mediaType = docker ? MediaTypes.DOCKER_MANIFEST_LIST : MediaTypes.OCI_INDEX;
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(entry -> entry.platform().toString()));
    JsonArray manifests = new JsonArray();
    sorted.forEach(entry -> manifests.add(json(entry)));
    JsonObject index = new JsonObject();
    index.addProperty("schemaVersion", 2);
    index.addProperty("mediaType", mediaType);
    index.add("manifests", manifests);
    return new Manifest(mediaType, index.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject json(Entry entry) {
    JsonObject platform = new JsonObject();
    platform.addProperty("architecture", entry.platform().architecture());
    platform.addProperty("os", entry.platform().os());
    if (!entry.platform().variant().isEmpty()) {
      platform.addProperty("variant", entry.platform().variant());
    }
    JsonObject manifest = new JsonObject();
    manifest.addProperty("mediaType", entry.manifest().mediaType());
    manifest.addProperty("digest", entry.manifest().digest().toString());
    manifest.addProperty("size", entry.manifest().size());
    manifest.add("platform", platform);
    return manifest;
  }
}
