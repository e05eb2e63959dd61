package io.jenkins.plugins.aiimage.registry;

import java.io.IOException;
import java.io.InputStream;

/** A blob's content, which can be read from its beginning more than once. */
@FunctionalInterface
public interface BlobSource {
  /** Opens it; the caller closes it. */
  InputStream open() throws IOException;
}
