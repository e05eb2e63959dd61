package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A blob's content, which can be had from its beginning more than once. */
@FunctionalInterface
public interface BlobSource {
  /**
   * Writes all of it.
   *
   * @throws IOException if it cannot be read; what the stream throws is passed on
   */
  void writeTo(OutputStream to) throws IOException;

  /** A file's content. */
  static BlobSource of(Path file) {
    return to -> {
      try (InputStream in = Files.newInputStream(file)) {
        in.transferTo(to);
      }
    };
  }

  /** These bytes. */
  static BlobSource of(byte[] content) {
    return to -> to.write(content);
  }
}
