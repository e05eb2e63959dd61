package io.jenkins.plugins.aiimage.trivy;

import io.jenkins.plugins.aiimage.registry.BlobSource;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.MediaTypes;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.tar.TarBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/** A database as upstream publishes it, made here. */
public final class DatabaseArtifact {
  private final String layerType;
  private final byte[] layer;
  private final String version;

  DatabaseArtifact(String layerType, byte[] layer, String version) {
    this.layerType = layerType;
    this.layer = layer;
    this.version = version;
  }

  byte[] layer() {
    return layer;
  }

  /** With content that can hardly be packed, and some that can. */
  public static DatabaseArtifact vulnerabilities(int bytes, Instant updatedAt, Instant next) {
    return of(Database.VULNERABILITIES, bytes, updatedAt, next);
  }

  /** With this content. */
  static DatabaseArtifact vulnerabilities(byte[] content, Instant updatedAt, Instant next) {
    return of(Database.VULNERABILITIES, content, updatedAt, next);
  }

  static DatabaseArtifact of(Database database, int bytes, Instant updatedAt, Instant next) {
    byte[] content = new byte[bytes];
    byte[] half = new byte[bytes / 2];
    new Random(updatedAt.toEpochMilli()).nextBytes(half);
    System.arraycopy(half, 0, content, 0, half.length);
    return of(database, content, updatedAt, next);
  }

  private static DatabaseArtifact of(
      Database database, byte[] content, Instant updatedAt, Instant next) {
    String metadata =
        "{\"Version\":"
            + database.version()
            + ",\"NextUpdate\":\""
            + next
            + "\",\"UpdatedAt\":\""
            + updatedAt
            + "\",\"DownloadedAt\":\"0001-01-01T00:00:00Z\",\"Own\":1}";
    byte[] layer =
        new TarBytes().file(database.content(), content).file("metadata.json", metadata).gzip();
    return new DatabaseArtifact(database.layerType(), layer, "");
  }

  static DatabaseArtifact checks(String text) {
    byte[] layer = new TarBytes().file("policies/a.rego", text).gzip();
    return new DatabaseArtifact(Database.CHECKS.layerType(), layer, "2.1.0");
  }

  Digest layerDigest() {
    return Digest.of(layer);
  }

  /** Pushes it; answers the manifest's digest. */
  public Digest push(String registry, String repository, String tag) throws IOException {
    Repository to =
        Registry.of(RegistryHost.parse(registry), CredentialSource.ANONYMOUS)
            .repository(repository);
    byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
    Descriptor configType = Descriptor.of("application/vnd.aquasec.trivy.config.v1+json", config);
    Descriptor blob = Descriptor.of(layerType, layer);
    to.blobs().upload(configType, BlobSource.of(config));
    to.blobs().upload(blob, BlobSource.of(layer));
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\""
            + MediaTypes.OCI_MANIFEST
            + "\",\"config\":"
            + json(configType)
            + ",\"layers\":["
            + json(blob)
            + "],\"annotations\":{\"org.opencontainers.image.version\":\""
            + version
            + "\"}}";
    return to.put(
        tag, new Manifest(MediaTypes.OCI_MANIFEST, manifest.getBytes(StandardCharsets.UTF_8)));
  }

  private static String json(Descriptor blob) {
    return "{\"mediaType\":\""
        + blob.mediaType()
        + "\",\"digest\":\""
        + blob.digest()
        + "\",\"size\":"
        + blob.size()
        + "}";
  }
}
