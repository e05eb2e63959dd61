package io.jenkins.plugins.aiimage.registry;

import java.util.List;

/** The media types of manifests. */
public final class MediaTypes {
  public static final String DOCKER_MANIFEST =
      "application/vnd.docker.distribution.manifest.v2+json";
  public static final String DOCKER_MANIFEST_LIST =
      "application/vnd.docker.distribution.manifest.list.v2+json";
  public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";

  /** The four types this program understands. */
  public static final List<String> MANIFESTS =
      List.of(OCI_MANIFEST, OCI_INDEX, DOCKER_MANIFEST, DOCKER_MANIFEST_LIST);

  /**
   * All four, always. Asked for OCI only, distribution 2.8.2 answers a docker image as schema 1
   * with another digest; asked for docker only, it answers 404 for an OCI image.
   */
  static final String ACCEPT = String.join(", ", MANIFESTS);

  private static final String SCHEMA_1 = "application/vnd.docker.distribution.manifest.v1+";

  private MediaTypes() {}

  /** Whether it is one of the four manifest types. */
  public static boolean isManifest(String mediaType) {
    return MANIFESTS.contains(mediaType);
  }

  /** Whether it is one of the two types that list other manifests. */
  public static boolean isIndex(String mediaType) {
    return mediaType.equals(OCI_INDEX) || mediaType.equals(DOCKER_MANIFEST_LIST);
  }

  /** Whether a layer of that type is in no registry but its maker's. */
  static boolean isForeign(String mediaType) {
    return mediaType.startsWith("application/vnd.docker.image.rootfs.foreign.")
        || mediaType.startsWith("application/vnd.oci.image.layer.nondistributable.");
  }

  static boolean isSchema1(String mediaType) {
    return mediaType.startsWith(SCHEMA_1);
  }
}
