package io.jenkins.plugins.aiimage.report.console;

import io.jenkins.plugins.aiimage.report.Change;
import io.jenkins.plugins.aiimage.report.Printable;
import java.util.List;

/** What changed, in one line. */
final class Differences {
  private static final int SHOWN = 3;
  private static final int LONGEST = 120;

  private Differences() {}

  /**
   * The first few in words.
   *
   * @param changes at least one
   */
  static String line(List<Change> changes) {
    StringBuilder line = new StringBuilder();
    for (Change change : changes.subList(0, Math.min(SHOWN, changes.size()))) {
      line.append(line.length() == 0 ? "" : ", ");
      line.append(Printable.shortened(change.words(), LONGEST));
    }
    int more = changes.size() - SHOWN;
    return more > 0 ? line + " and " + more + " more" : line.toString();
  }
}
