package io.jenkins.plugins.aiimage.trivy;

import java.io.IOException;

/** What a source gave is not the database that it should be; the message is one sentence. */
final class ArtifactException extends IOException {
  private static final long serialVersionUID = 1L;

  ArtifactException(String message) {
    super(message);
  }
}
