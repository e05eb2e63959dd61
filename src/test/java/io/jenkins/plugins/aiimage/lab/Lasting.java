package io.jenkins.plugins.aiimage.lab;

/** How long a fault lasts, and what there is besides. */
enum Lasting {
  ONE_REQUEST("for one request"),
  /** All is well when the second attempt begins. */
  ONE_ATTEMPT("for one attempt"),
  FOR_EVER("for ever"),
  FOR_EVER_WITH_A_FALLBACK("for ever, with a fallback");

  private final String words;

  Lasting(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
