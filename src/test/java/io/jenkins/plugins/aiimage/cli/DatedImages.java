package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.registry.BlobSource;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.MediaTypes;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Images of any age in a repository of a real registry. */
public record DatedImages(Repository repository) {
  public static DatedImages in(String registry, String repository) {
    return new DatedImages(
        Registry.of(RegistryHost.parse(registry), CredentialSource.ANONYMOUS)
            .repository(repository));
  }

  /** The tag of a content key that ends so. */
  public static String key(int number) {
    return "key-" + hex(number);
  }

  /** The tag of an image id that ends so. */
  static String id(int number) {
    return "id-" + hex(number);
  }

  private static String hex(int number) {
    String digits = Integer.toHexString(number);
    return "0".repeat(64 - digits.length()) + digits;
  }

  /** Pushes an image that was made so many days ago, unlike any other, under these tags. */
  public Manifest push(long days, String... tags) throws IOException {
    String created = Instant.now().minus(Duration.ofDays(days)).toString();
    return push("\"created\":\"" + created + "\",", tags);
  }

  /** Pushes an image with this beginning of its configuration. */
  Manifest push(String configuration, String... tags) throws IOException {
    Descriptor config =
        blob(
            "application/vnd.oci.image.config.v1+json",
            "{" + configuration + "\"n\":\"" + tags[0] + "\"}");
    Descriptor layer = blob("application/vnd.oci.image.layer.v1.tar+gzip", "layer " + tags[0]);
    Manifest image =
        manifest(
            MediaTypes.OCI_MANIFEST,
            "\"config\":" + json(config) + ",\"layers\":[" + json(layer) + "]");
    for (String tag : tags) {
      repository.put(tag, image);
    }
    return image;
  }

  /** Pushes an index of images under a tag. */
  Manifest index(String tag, Manifest... images) throws IOException {
    String all =
        List.of(images).stream()
            .map(image -> json(image.descriptor()))
            .collect(Collectors.joining(","));
    Manifest index = manifest(MediaTypes.OCI_INDEX, "\"manifests\":[" + all + "]");
    repository.put(tag, index);
    return index;
  }

  private static Manifest manifest(String mediaType, String members) {
    String json = "{\"schemaVersion\":2,\"mediaType\":\"" + mediaType + "\"," + members + "}";
    return new Manifest(mediaType, json.getBytes(StandardCharsets.UTF_8));
  }

  private Descriptor blob(String mediaType, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Descriptor blob = Descriptor.of(mediaType, bytes);
    repository.blobs().upload(blob, BlobSource.of(bytes));
    return blob;
  }

  private static String json(Descriptor blob) {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
        .formatted(blob.mediaType(), blob.digest(), blob.size());
  }

  public TreeSet<String> tags() throws IOException {
    return new TreeSet<>(repository.tags());
  }

  boolean has(Manifest image) throws IOException {
    return !repository.head(image.digest().toString()).equals(Optional.empty());
  }
}
