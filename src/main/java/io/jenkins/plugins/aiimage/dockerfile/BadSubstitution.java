package io.jenkins.plugins.aiimage.dockerfile;

/** A word whose quotes or variables Docker cannot read. */
final class BadSubstitution extends Exception {
  private static final long serialVersionUID = 1L;

  BadSubstitution(String problem) {
    super(problem);
  }
}
