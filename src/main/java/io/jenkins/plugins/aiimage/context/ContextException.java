package io.jenkins.plugins.aiimage.context;

/** A context that cannot be read as the Dockerfile asks; the message is one sentence for people. */
public final class ContextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContextException(String sentence) {
    super(sentence);
  }

  ContextException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
