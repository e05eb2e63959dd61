package io.jenkins.plugins.aiimage.trivy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.BlobSource;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.tar.TarEntry;
import io.jenkins.plugins.aiimage.tar.TarReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that carries databases to where no registry can be reached: a tar archive with an image
 * layout of the OCI 1.1, as other tools write and read it too ({@code oci-archive:} of skopeo).
 *
 * @param file where it is
 * @param small contents of its blobs that are no layers, by digest
 * @param manifests that its index lists
 */
record OciArchive(Path file, Map<Digest, byte[]> small, List<Manifest> manifests)
    implements Origin {
  static final String INDEX = "index.json";
  static final String BLOBS = "blobs/sha256/";
  private static final int SMALL = 1 << 20;
  private static final int MOST_SMALL = 64;
  private static final int BUFFER = 256 * 1024;

  OciArchive {
    small = Map.copyOf(small);
    manifests = List.copyOf(manifests);
  }

  /**
   * Reads what the file says that it has; the layers are looked at when they are wanted.
   *
   * @throws ArtifactException in one sentence that begins with the file's name
   */
  static OciArchive open(Path file) throws ArtifactException {
    try {
      return read(file);
    } catch (IOException | RuntimeException e) {
      // Gson tells of wrong types, values and nulls by more than half a dozen exceptions.
      String reason = e instanceof IOException ? reason(e) : "its index.json is malformed.";
      throw new ArtifactException(file + " is no archive of databases: " + reason);
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.endsWith(".") ? message : message + ".";
  }

  private static OciArchive read(Path file) throws IOException {
    Map<Digest, byte[]> small = new HashMap<>();
    byte[] index = null;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      TarReader tar = new TarReader(in);
      for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
        TarEntry entry = next.get();
        Optional<Digest> digest = digest(entry);
        boolean isIndex = plain(entry.name()).equals(INDEX);
        if (entry.size() > SMALL || !(isIndex || digest.isPresent())) {
          continue;
        }
        byte[] content = content(tar, entry);
        if (isIndex) {
          index = content;
        } else if (small.size() < MOST_SMALL) {
          small.put(digest.get(), content);
        }
      }
    }
    if (index == null) {
      throw new ArtifactException("it has no index.json.");
    }
    return new OciArchive(file, small, manifests(index, small));
  }

  private static byte[] content(TarReader tar, TarEntry entry) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream((int) entry.size());
    tar.copy(content);
    return content.toByteArray();
  }

  private static String plain(String name) {
    return name.startsWith("./") ? name.substring(2) : name;
  }

  private static Optional<Digest> digest(TarEntry entry) {
    String name = plain(entry.name());
    return name.startsWith(BLOBS)
        ? Digest.tryParse("sha256:" + name.substring(BLOBS.length()))
        : Optional.empty();
  }

  private static List<Manifest> manifests(byte[] index, Map<Digest, byte[]> small)
      throws ArtifactException {
    List<Manifest> manifests = new ArrayList<>();
    JsonObject root =
        JsonParser.parseString(new String(index, StandardCharsets.UTF_8)).getAsJsonObject();
    for (JsonElement each : root.getAsJsonArray("manifests")) {
      JsonObject descriptor = each.getAsJsonObject();
      Digest digest = Digest.parse(descriptor.get("digest").getAsString());
      byte[] content = small.get(digest);
      if (content == null || !Digest.of(content).equals(digest)) {
        throw new ArtifactException("the manifest " + digest + " is missing or spoilt.");
      }
      manifests.add(new Manifest(descriptor.get("mediaType").getAsString(), content));
    }
    return manifests;
  }

  /**
   * The database's manifest.
   *
   * @throws ArtifactException if it has no such database
   */
  Manifest manifest(Database database) throws ArtifactException {
    for (Manifest manifest : manifests) {
      if (isOf(database, manifest)) {
        return manifest;
      }
    }
    throw new ArtifactException("It has no database " + database.words() + ".");
  }

  private static boolean isOf(Database database, Manifest manifest) {
    try {
      Descriptor unused = Artifact.layerOf(database, manifest);
      return true;
    } catch (ArtifactException | RegistryException e) {
      return false;
    }
  }

  /**
   * Takes an artifact out of the archive.
   *
   * @param part the file to write its layer to; its content is verified by who unpacks it
   * @throws ArtifactException if a part of it is missing, or the archive cannot be read
   */
  Artifact extract(Manifest manifest, Descriptor layer, Path part) throws IOException {
    Descriptor config = Artifact.configOf(manifest);
    byte[] content = small.get(config.digest());
    if (content == null) {
      throw new ArtifactException("Its configuration " + config.digest() + " is missing.");
    }
    Files.createDirectories(part.getParent());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        OutputStream out = Files.newOutputStream(part)) {
      TarReader tar = new TarReader(in);
      for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
        if (digest(next.get()).equals(Optional.of(layer.digest()))) {
          tar.copy(out);
          return new Artifact(manifest, config, BlobSource.of(content), layer, part);
        }
      }
    }
    throw new ArtifactException("Its layer " + layer.digest() + " is missing.");
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
