package io.jenkins.plugins.aiimage.registry;

/**
 * A manifest as the very bytes that its digest is of. It is never written anew from its parts: that
 * would change the digest.
 */
public final class Manifest {
  private final byte[] bytes;
  private final Descriptor descriptor;

  /**
   * @param mediaType one of {@link MediaTypes#MANIFESTS}
   */
  public Manifest(String mediaType, byte[] bytes) {
    if (!MediaTypes.isManifest(mediaType)) {
      throw new IllegalArgumentException("\"" + mediaType + "\" is not a manifest type.");
    }
    this.bytes = bytes.clone();
    this.descriptor = Descriptor.of(mediaType, this.bytes);
  }

  public String mediaType() {
    return descriptor.mediaType();
  }

  public Digest digest() {
    return descriptor.digest();
  }

  public Descriptor descriptor() {
    return descriptor;
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * What the manifest refers to.
   *
   * @throws RegistryException of kind {@code PROTOCOL} if the bytes are not such a manifest
   */
  public ManifestContent content() throws RegistryException {
    return ManifestContent.parse(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Manifest that && descriptor.equals(that.descriptor);
  }

  @Override
  public int hashCode() {
    return descriptor.hashCode();
  }

  @Override
  public String toString() {
    return mediaType() + " " + digest();
  }
}
