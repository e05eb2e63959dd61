package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small images of random bytes, pushed without an engine. */
public final class SampleImage {
  static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";

  private SampleImage() {}

  /** Pushes an image for amd64 of these layers, under its digest. */
  public static Manifest push(Repository repository, byte[]... layers) throws IOException {
    return push(repository, MediaTypes.OCI_MANIFEST, "amd64", layers);
  }

  static Manifest push(
      Repository repository, String mediaType, String architecture, byte[]... layers)
      throws IOException {
    String config = "{\"architecture\":\"" + architecture + "\",\"os\":\"linux\"}";
    Descriptor configBlob = upload(repository, CONFIG, config.getBytes(StandardCharsets.UTF_8));
    List<Descriptor> blobs = new ArrayList<>();
    for (byte[] layer : layers) {
      blobs.add(upload(repository, LAYER, layer));
    }
    Manifest manifest = manifest(mediaType, configBlob, blobs);
    repository.put(manifest.digest().toString(), manifest);
    return manifest;
  }

  static Manifest pushIndex(Repository repository, String mediaType, Manifest... images)
      throws IOException {
    List<String> entries = new ArrayList<>();
    for (Manifest image : images) {
      entries.add(json(image.descriptor()));
    }
    Manifest index =
        new Manifest(
            mediaType,
            "{ \"schemaVersion\":2,\n\t\"mediaType\": \"%s\",\"manifests\":[%s]}  "
                .formatted(mediaType, String.join(" , ", entries))
                .getBytes(StandardCharsets.UTF_8));
    repository.put(index.digest().toString(), index);
    return index;
  }

  static Descriptor upload(Repository repository, String mediaType, byte[] content)
      throws IOException {
    Descriptor blob = Descriptor.of(mediaType, content);
    repository.blobs().upload(blob, BlobSource.of(content));
    return blob;
  }

  static Manifest manifest(String mediaType, Descriptor config, List<Descriptor> layers) {
    List<String> entries = layers.stream().map(SampleImage::json).toList();
    // Odd spacing on purpose: whoever writes it anew changes the digest.
    String json =
        "{ \"schemaVersion\":2,\n\t\"mediaType\": \"%s\",\"config\":%s , \"layers\":[%s]}  "
            .formatted(mediaType, json(config), String.join(" , ", entries));
    return new Manifest(mediaType, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Descriptor descriptor) {
    return "{\"mediaType\":\"%s\",\"size\":%d,\"digest\":\"%s\"}"
        .formatted(descriptor.mediaType(), descriptor.size(), descriptor.digest());
  }

  /** The same bytes for the same seed. */
  public static byte[] bytes(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
