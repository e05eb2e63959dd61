package io.jenkins.plugins.aiimage.lint.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** DK002 and DK003: which image is built on. */
final class BaseImages implements Check {
  /** Debian and Ubuntu name their releases in tags; such a name stands for a number. */
  private static final Set<String> RELEASES =
      Set.of(
          "buster", "bullseye", "bookworm", "trixie", "forky", "bionic", "focal", "jammy", "noble");

  private static final Set<String> WITH_SLIM = Set.of("python", "node");

  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    for (StageView stage : recipe.stages()) {
      stage
          .base()
          .filter(BaseImages::isUnpinned)
          .ifPresent(
              base ->
                  found.add(Finding.of(Rule.DK002, stage.line(), base.text() + " has no version")));
    }
    Set<Integer> lines = new HashSet<>();
    for (StageView last : recipe.finalStages()) {
      StageView root = last.lineage().get(0);
      Optional<BaseName> large = root.base().filter(BaseImages::isLarge);
      if (large.isPresent() && lines.add(root.line())) {
        String message = large.get().text() + " is what the image to run is built on";
        found.add(Finding.of(Rule.DK003, root.line(), message));
      }
    }
    return found;
  }

  private static boolean isUnpinned(BaseName base) {
    return !base.hasDigest()
        && base.tag().chars().noneMatch(Character::isDigit)
        && Stream.of(base.tag().split("-", -1)).noneMatch(RELEASES::contains);
  }

  private static boolean isLarge(BaseName base) {
    String tag = base.tag();
    boolean full =
        WITH_SLIM.contains(base.repository())
            && !tag.contains("slim")
            && !tag.contains("alpine")
            && !(base.hasDigest() && tag.isEmpty());
    return full || tag.contains("-devel") || tag.equals("devel");
  }
}
