package io.jenkins.plugins.aiimage.trivy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.BlobSource;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.ManifestContent;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A database as it travels.
 *
 * @param config small, and of no meaning here; others want to have it
 * @param file the layer's bytes
 */
record Artifact(
    Manifest manifest, Descriptor configType, BlobSource config, Descriptor layer, Path file) {

  /** The one layer that a manifest must have. */
  static Descriptor layerOf(Database database, Manifest manifest)
      throws ArtifactException, RegistryException {
    List<Descriptor> layers = content(manifest).layers();
    if (layers.size() != 1 || !layers.get(0).mediaType().equals(database.layerType())) {
      throw new ArtifactException(
          "It is not the database "
              + database.words()
              + ": "
              + (layers.size() == 1
                  ? "its layer is of type \"" + layers.get(0).mediaType() + "\"."
                  : "it has " + layers.size() + " layers."));
    }
    return layers.get(0);
  }

  static Descriptor configOf(Manifest manifest) throws ArtifactException, RegistryException {
    return content(manifest)
        .config()
        .filter(config -> config.size() <= Limits.LARGEST_METADATA)
        .orElseThrow(() -> new ArtifactException("It has no small configuration."));
  }

  private static ManifestContent content(Manifest manifest) throws RegistryException {
    return manifest.content();
  }

  /** Of the checks, as Trivy reads it; 0 where nobody says it. */
  int majorVersion() {
    String text = new String(manifest.bytes(), StandardCharsets.UTF_8);
    JsonObject root = JsonParser.parseString(text).getAsJsonObject();
    JsonElement annotations = root.get("annotations");
    if (annotations == null || !annotations.isJsonObject()) {
      return 0;
    }
    JsonElement version = annotations.getAsJsonObject().get("org.opencontainers.image.version");
    if (version == null || !version.isJsonPrimitive()) {
      return 0;
    }
    String number = version.getAsString();
    int dot = number.indexOf('.');
    try {
      return Integer.parseUnsignedInt(dot < 0 ? number : number.substring(0, dot));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
