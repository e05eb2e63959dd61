package io.jenkins.plugins.aiimage.jenkins.settings;

import java.util.List;

/** A field with several values, one a line. */
final class Lines {
  private Lines() {}

  /** The values without blank ones; null has none. */
  static List<String> of(String text) {
    return text == null
        ? List.of()
        : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
