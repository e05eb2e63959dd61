package io.jenkins.plugins.aiimage.registry;

/** A name, tag, digest or registry that no registry could accept; the message is one sentence. */
public final class InvalidReferenceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidReferenceException(String message) {
    super(message);
  }
}
