package io.jenkins.plugins.aiimage.build.engine;

/** Told how far a push has come; about once a second at most, by the thread that pushes. */
@FunctionalInterface
public interface PushListener {
  void progress(PushProgress progress);
}
