package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.context.ContextListing;
import io.jenkins.plugins.aiimage.report.Diagnosis.Context;
import io.jenkins.plugins.aiimage.report.Diagnosis.Folder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up what a builder is sent, and what of it is ballast. */
final class ContextSurvey implements ContextListing.Visitor {
  private final Map<String, long[]> folders = new HashMap<>();
  private final Map<String, Pile> piles = new LinkedHashMap<>();
  private final Map<String, Ballast> environments = new HashMap<>();
  private long files;
  private long bytes;

  /**
   * Ballast in one place.
   *
   * @param path of the folder or file, below the context
   */
  record Pile(Ballast kind, String path, boolean folder, long files, long bytes) {
    Pile and(long more) {
      return new Pile(kind, path, folder, files + 1, bytes + more);
    }
  }

  @Override
  public void directory(Path directory, String path) {
    if (Files.exists(directory.resolve(Ballast.MARK_OF_ENVIRONMENT))) {
      environments.put(path, Ballast.ENVIRONMENT);
    }
  }

  @Override
  public void file(String path, long size) {
    files++;
    bytes += size;
    int slash = path.indexOf('/');
    long[] sum =
        folders.computeIfAbsent(slash < 0 ? "." : path.substring(0, slash), any -> new long[2]);
    sum[0]++;
    sum[1] += size;
    pile(path, size).ifPresent(pile -> piles.put(pile.path(), pile));
  }

  /** By the outermost folder that is ballast, or else by itself. */
  private Optional<Pile> pile(String path, long size) {
    int start = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      String above = path.substring(0, slash);
      Optional<Ballast> kind =
          Ballast.ofFolder(path.substring(start, slash))
              .or(() -> Optional.ofNullable(environments.get(above)));
      if (kind.isPresent()) {
        Pile before = piles.getOrDefault(above, new Pile(kind.get(), above, true, 0, 0));
        return Optional.of(before.and(size));
      }
      start = slash + 1;
    }
    return Ballast.ofFile(path.substring(start), size)
        .map(kind -> new Pile(kind, path, false, 1, size));
  }

  /** All of it, with the largest folders. */
  Context context(int top) {
    List<Folder> largest =
        folders.entrySet().stream()
            .map(each -> new Folder(each.getKey(), each.getValue()[0], each.getValue()[1]))
            .sorted(Comparator.comparingLong(Folder::bytes).reversed().thenComparing(Folder::name))
            .limit(top)
            .toList();
    return new Context(files, bytes, largest);
  }

  List<Pile> piles() {
    return List.copyOf(piles.values());
  }
}
