package io.jenkins.plugins.aiimage.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.DockerConfig;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.registry.RetryPolicy;
import io.jenkins.plugins.aiimage.registry.Timeouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How a registry loses the image of a phase. */
enum PhaseLoss {
  /** Somebody tidies up. */
  MANIFEST_GONE,
  /** The disk does. */
  LAYER_GONE,
  /** The disk fails. */
  LAYER_CORRUPT;

  /**
   * Does it.
   *
   * @param key content key of the phase
   */
  void strike(TwoMachines machines, String key) throws IOException {
    Repository repository =
        Registry.of(
                machines.registry().host(),
                DockerConfig.of(Map.of()),
                Timeouts.DEFAULT,
                RetryPolicy.NONE,
                Map.of())
            .repository(machines.image());
    Manifest manifest = repository.get("key-" + key);
    switch (this) {
      case MANIFEST_GONE -> repository.delete(manifest.digest().toString());
      case LAYER_GONE -> Files.delete(topLayer(machines, manifest));
      case LAYER_CORRUPT -> {
        Path layer = topLayer(machines, manifest);
        Files.write(layer, new byte[Math.toIntExact(Files.size(layer))]);
      }
    }
  }

  private static Path topLayer(TwoMachines machines, Manifest manifest) {
    String text = new String(manifest.bytes(), StandardCharsets.UTF_8);
    JsonArray layers = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("layers");
    String digest = layers.get(layers.size() - 1).getAsJsonObject().get("digest").getAsString();
    return machines.registry().blob(Digest.parse(digest));
  }
}
