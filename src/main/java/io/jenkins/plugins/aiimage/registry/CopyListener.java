package io.jenkins.plugins.aiimage.registry;

/** Told how far a copy has come. */
@FunctionalInterface
public interface CopyListener {
  /** One that does not care. */
  CopyListener NONE = (sentBytes, totalBytes, layersDone, layers) -> {};

  /**
   * Told after each step.
   *
   * @param sentBytes so far, compressed as they travel
   * @param totalBytes of all blobs that are not there yet, as far as that is known
   */
  void progress(long sentBytes, long totalBytes, int layersDone, int layers);
}
