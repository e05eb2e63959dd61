package io.jenkins.plugins.aiimage.cli;

/** What is wrong with what was typed, in one sentence. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  Refused(String sentence) {
    super(sentence);
  }
}
