package io.jenkins.plugins.aiimage.lint.check;

/**
 * The name of a base image.
 *
 * @param text as the builder sees it
 * @param repository its last part, such as {@code python}
 * @param tag empty if it has none
 */
record BaseName(String text, String repository, String tag, boolean hasDigest) {
  static BaseName of(String text) {
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    String last = name.substring(name.lastIndexOf('/') + 1);
    int colon = last.indexOf(':');
    return new BaseName(
        text,
        colon < 0 ? last : last.substring(0, colon),
        colon < 0 ? "" : last.substring(colon + 1),
        at >= 0);
  }

  /** Whether it is known to bring what a GPU needs. */
  boolean isForGpu() {
    return text.contains("cuda") || text.contains("nvidia") || text.contains("rocm");
  }
}
