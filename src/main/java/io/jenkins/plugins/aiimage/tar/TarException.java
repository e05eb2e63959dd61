package io.jenkins.plugins.aiimage.tar;

import java.io.IOException;

/** An archive is malformed, or has what is not taken; the message is one sentence. */
public final class TarException extends IOException {
  private static final long serialVersionUID = 1L;

  TarException(String message) {
    super(message);
  }
}
