package io.jenkins.plugins.aiimage.context;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder that instructions read from, and perhaps another beneath it: what an instruction names
 * and the folder lacks is read from there.
 *
 * @param ignore rules of the folder
 */
public record BuildContext(Path folder, DockerIgnore ignore, Optional<BuildContext> beneath) {

  /** A folder alone. */
  public static BuildContext of(Path folder, DockerIgnore ignore) {
    return new BuildContext(folder, ignore, Optional.empty());
  }

  /** The same with another beneath it. */
  public BuildContext over(BuildContext other) {
    return new BuildContext(folder, ignore, Optional.of(other));
  }

  /**
   * The one that an instruction reads these sources from.
   *
   * @throws ContextException if each has only a part of them: a builder takes one folder
   */
  public BuildContext holding(List<String> sources) {
    List<String> lacking = sources.stream().filter(source -> !has(source)).toList();
    if (beneath.isEmpty() || lacking.isEmpty()) {
      return this;
    }
    if (lacking.size() < sources.size()) {
      throw new ContextException(
          "The context "
              + folder
              + " lacks "
              + String.join(", ", lacking)
              + ", which is copied together with what it has: add it.");
    }
    return beneath.get();
  }

  private boolean has(String source) {
    String path = CleanPath.of(source);
    return Files.exists(folder.resolve(path.startsWith("/") ? path.substring(1) : path));
  }

  /**
   * One digest for each selection, in order.
   *
   * @param inventory is told of each file
   */
  List<SelectionDigest> digests(List<Selection> selections, Inventory inventory) {
    if (beneath.isEmpty()) {
      return ContextDigest.of(folder, ignore, selections, inventory);
    }
    List<SelectionDigest> digests = new ArrayList<>();
    for (Selection selection : selections) {
      BuildContext from = holding(selection.sources());
      digests.addAll(ContextDigest.of(from.folder(), from.ignore(), List.of(selection), inventory));
    }
    return digests;
  }
}
