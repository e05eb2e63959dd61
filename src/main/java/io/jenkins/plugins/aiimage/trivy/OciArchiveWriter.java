package io.jenkins.plugins.aiimage.trivy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.aiimage.registry.BlobSource;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.MediaTypes;
import io.jenkins.plugins.aiimage.tar.TarWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes artifacts to an {@link OciArchive}, byte for byte. */
record OciArchiveWriter(Map<Database, Artifact> artifacts) {
  private static final String NAME = "org.opencontainers.image.ref.name";
  private static final int BUFFER = 256 * 1024;

  /** Writes it; each has the name of its upstream repository. */
  void write(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        TarWriter tar = new TarWriter(out)) {
      tar.add("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
      tar.add(OciArchive.INDEX, index().getBytes(StandardCharsets.UTF_8));
      // All have the same configuration, usually.
      Set<Digest> written = new HashSet<>();
      for (Artifact artifact : artifacts.values()) {
        byte[] manifest = artifact.manifest().bytes();
        add(tar, artifact.manifest().descriptor(), BlobSource.of(manifest), written);
        add(tar, artifact.configType(), artifact.config(), written);
        add(tar, artifact.layer(), BlobSource.of(artifact.file()), written);
      }
    }
  }

  private static void add(TarWriter tar, Descriptor blob, BlobSource source, Set<Digest> written)
      throws IOException {
    if (written.add(blob.digest())) {
      tar.add(OciArchive.BLOBS + blob.digest().hex(), blob.size(), source::writeTo);
    }
  }

  private String index() {
    JsonArray manifests = new JsonArray();
    artifacts.forEach(
        (database, artifact) -> {
          Descriptor manifest = artifact.manifest().descriptor();
          JsonObject annotations = new JsonObject();
          annotations.addProperty(NAME, database.archiveName());
          JsonObject entry = new JsonObject();
          entry.addProperty("mediaType", manifest.mediaType());
          entry.addProperty("digest", manifest.digest().toString());
          entry.addProperty("size", manifest.size());
          entry.add("annotations", annotations);
          manifests.add(entry);
        });
    JsonObject index = new JsonObject();
    index.addProperty("schemaVersion", 2);
    index.addProperty("mediaType", MediaTypes.OCI_INDEX);
    index.add("manifests", manifests);
    return index.toString();
  }
}
