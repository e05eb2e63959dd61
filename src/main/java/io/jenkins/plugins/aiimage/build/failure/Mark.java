package io.jenkins.plugins.aiimage.build.failure;

import java.util.List;

/** Lines that are no evidence, but tell how far the work is. */
enum Mark implements Meaning {
  /** A builder that goes step by step has ended the step before. */
  STEP,
  /** Looked at only where the builder says it. */
  EXIT_CODE,
  /** pip, uv and apt announce a package; see {@link Announcement}. */
  DOWNLOAD,
  /** The downloads are over. */
  DOWNLOADED,
  /** apt works with what it has fetched. */
  SET_UP,
  /** pip has done all it was asked for. */
  INSTALLED;

  /** Each of them marks a line; see {@link Template}. */
  List<String> forms() {
    return switch (this) {
      case STEP -> List.of("^Step ");
      case EXIT_CODE -> List.of("exit code: ", "exit status ", "non-zero code: ");
      case DOWNLOAD -> List.of("^Collecting ", "Downloading ", "^Get:");
      case DOWNLOADED -> List.of("^Fetched ", "^Installing collected packages");
      case SET_UP -> List.of("^Setting up ", "^Processing triggers for ");
      case INSTALLED -> List.of("^Successfully installed ");
    };
  }
}
