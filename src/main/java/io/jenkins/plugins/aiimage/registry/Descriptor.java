package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * What a registry holds under a digest.
 *
 * @param mediaType such as {@code application/vnd.oci.image.manifest.v1+json}
 * @param size bytes, never negative
 */
public record Descriptor(String mediaType, Digest digest, long size) {
  public Descriptor {
    if (size < 0) {
      throw new IllegalArgumentException("The size of " + digest + " is negative: " + size + ".");
    }
  }

  /** The descriptor of these bytes. */
  public static Descriptor of(String mediaType, byte[] content) {
    return new Descriptor(mediaType, Digest.of(content), content.length);
  }

  /** The descriptor of a file's content, which is read once. */
  public static Descriptor of(String mediaType, Path file) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[64 * 1024];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        sha256.update(chunk, 0, read);
        size += read;
      }
    }
    return new Descriptor(mediaType, Digest.finish(sha256), size);
  }

  /** Throws unless a copy has this descriptor's size and digest. */
  void verify(long copySize, Digest copyDigest) throws RegistryException {
    if (copySize != size) {
      throw RegistryException.protocol(
          digest + " has " + copySize + " bytes where " + size + " were expected; try again.");
    }
    if (!copyDigest.equals(digest)) {
      throw RegistryException.protocol(
          digest
              + " arrived with the content of "
              + copyDigest
              + ": the registry or a proxy changed it.");
    }
  }
}
