package io.jenkins.plugins.aiimage.build.engine;

import java.util.Optional;

/** Small facts of this machine that outlive a run. Losing them costs time, never correctness. */
public interface Memory {
  Optional<String> read(String name);

  /** Keeps a text, or does not; it never fails. */
  void write(String name, String text);
}
