package io.jenkins.plugins.aiimage.clean;

/** Something about a repository cannot be known, so nothing may go. The message says what. */
final class UnclearException extends Exception {
  UnclearException(String message) {
    super(message);
  }
}
