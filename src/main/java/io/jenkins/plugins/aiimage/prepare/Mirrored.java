package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.ManifestContent;
import io.jenkins.plugins.aiimage.registry.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Copies an image from one registry to another, byte for byte.
 *
 * @param over asked between two blobs: whether to give up
 */
record Mirrored(BooleanSupplier over) {

  /**
   * Afterwards {@code to} has the image by the same digest, and no tag of it.
   *
   * @throws IOException in one sentence; what has arrived until then does no harm
   */
  void bring(Repository from, String digest, Repository to) throws IOException {
    Manifest manifest = from.get(digest);
    ManifestContent content = manifest.content();
    for (Descriptor part : content.manifests()) {
      bring(from, part.digest().toString(), to);
    }
    for (Descriptor blob : content.blobs()) {
      if (over.getAsBoolean()) {
        throw new IOException("There was no time left to copy the image.");
      }
      if (!to.blobs().has(blob.digest())) {
        copy(from, blob, to);
      }
    }
    to.put(digest, manifest);
  }

  private static void copy(Repository from, Descriptor blob, Repository to) throws IOException {
    Path file = Files.createTempFile("ai-image-blob", null);
    try {
      from.blobs().download(blob, file);
      to.blobs().upload(blob, () -> Files.newInputStream(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
