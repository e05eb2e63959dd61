package io.jenkins.plugins.aiimage.context;

import java.util.List;
import java.util.Optional;

/**
 * What a selection found.
 *
 * @param sha256 64 hexadecimal digits over path, kind, mode and content of every selected entry
 * @param files number of regular files
 * @param bytes their total size
 * @param matches one for each source, in the order of the selection
 */
public record SelectionDigest(String sha256, long files, long bytes, List<Match> matches) {
  public SelectionDigest {
    matches = List.copyOf(matches);
  }

  /**
   * What one source found.
   *
   * @param source as written
   * @param entries how many files and directories the source itself matched; zero only for a
   *     pattern with wildcards, which BuildKit allows
   * @param hiddenBy the rule that hid the first candidate, if one was hidden
   */
  public record Match(String source, long entries, Optional<DockerIgnore.Rule> hiddenBy) {}
}
