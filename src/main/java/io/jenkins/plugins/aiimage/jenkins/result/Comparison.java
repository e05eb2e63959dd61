package io.jenkins.plugins.aiimage.jenkins.result;

import hudson.model.Run;
import io.jenkins.plugins.aiimage.report.Change;
import io.jenkins.plugins.aiimage.report.Changes;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ChangesJson;
import java.util.List;
import java.util.Optional;

/**
 * What an image was made from, compared with the last build of it.
 *
 * <p>It is made while the step is under way and kept with the build: at that moment the builds
 * before are still there, and Jenkins has them most likely in memory. Whoever looks at an old build
 * would make it read others from the disk, had they not been deleted by then.
 */
final class Comparison {
  /** Nobody has made the image before, as far as is known. */
  private static final Comparison NONE = new Comparison(0, List.of(), 0);

  private static final int BUILDS = 10;
  private static final int CHANGES = 20;
  private static final int NAME = 100;

  private final int build;
  private final String changes;
  private final int more;

  private Comparison(int build, List<Change> changes, int more) {
    this.build = build;
    this.changes = ChangesJson.write(changes);
    this.more = more;
  }

  /**
   * With the newest of the last ten builds that made the same image and says what from.
   *
   * @param report that says it, too
   */
  static Comparison of(RunReport report, Run<?, ?> run) {
    Run<?, ?> before = run.getPreviousBuild();
    for (int i = 0; i < BUILDS && before != null; i++) {
      AiImagesAction images = before.getAction(AiImagesAction.class);
      Optional<RunReport> same = images == null ? Optional.empty() : images.likewise(report);
      if (same.isPresent()) {
        return between(before.getNumber(), same.get(), report);
      }
      before = before.getPreviousBuild();
    }
    return NONE;
  }

  static Comparison between(int build, RunReport before, RunReport after) {
    List<Change> all =
        before.image().recipe().key().equals(after.image().recipe().key())
            ? List.of()
            : Changes.between(before, after);
    List<Change> first = all.stream().limit(CHANGES).map(Comparison::brief).toList();
    return new Comparison(build, first, all.size() - first.size());
  }

  private static Change brief(Change change) {
    return new Change(change.kind(), change.what(), cut(change.name()), cut(change.phase()));
  }

  private static String cut(String text) {
    return text.length() <= NAME ? text : text.substring(0, NAME) + "…";
  }

  /** Number of the build that it was compared with; 0 if there was none. */
  int build() {
    return build;
  }

  /** The first of them; none if all was as before. */
  List<Change> changes() {
    return ChangesJson.read(changes);
  }

  /** How many changes there were besides those. */
  int more() {
    return more;
  }

  int bytes() {
    return changes.length();
  }
}
