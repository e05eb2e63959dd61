package io.jenkins.plugins.aiimage.jenkins.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images of a job's builds: a file of JSON lines in the job's own folder, so that it is
 * renamed, moved and deleted with the job.
 */
final class JobIndex {
  static final String NAME = "ai-images.jsonl";

  /** From here on the oldest runs are left out. */
  static final int MOST_BYTES = 1 << 20;

  static final int KEPT_RUNS = 1000;
  private static final int KEPT_BYTES = MOST_BYTES / 2;

  /** What a look at many jobs reads of each: as many builds, if they fit. */
  static final int RECENT_BUILDS = 100;

  private static final int RECENT_BYTES = 96 << 10;

  /** More than the file ever has by itself. */
  private static final int WHOLE = 4 * MOST_BYTES;

  private final LineFile file;

  /**
   * @param folder of the job
   */
  JobIndex(Path folder) {
    file = new LineFile(folder.resolve(NAME));
  }

  Optional<LineFile.Stamp> stamp() throws IOException {
    return file.stamp();
  }

  /** Adds a run; the caller sees to it that nobody else writes. */
  void add(IndexedRun run) throws IOException {
    file.add(run.line());
    if (file.stamp().filter(stamp -> stamp.bytes() > MOST_BYTES).isPresent()) {
      replace(runs(WHOLE));
    }
  }

  /**
   * Puts runs before those that are there; of a step that is in both, what is there stays. The
   * caller sees to it that nobody else writes.
   */
  void complete(List<IndexedRun> found) throws IOException {
    List<IndexedRun> all = new ArrayList<>(found);
    if (file.stamp().isPresent()) {
      all.addAll(runs(WHOLE));
    }
    replace(all);
  }

  private void replace(List<IndexedRun> runs) throws IOException {
    Deque<String> kept = new ArrayDeque<>();
    List<IndexedRun> sorted = distinct(runs);
    int bytes = 0;
    for (int i = sorted.size() - 1; i >= 0 && kept.size() < KEPT_RUNS; i--) {
      String line = sorted.get(i).line();
      bytes += line.getBytes(UTF_8).length + 1;
      if (bytes > KEPT_BYTES) {
        break;
      }
      kept.addFirst(line);
    }
    file.replace(List.copyOf(kept));
  }

  /** The images of all builds that are known, oldest build first. */
  List<HistoryEntry> all() throws IOException {
    return ImageOfBuild.of(distinct(runs(WHOLE)));
  }

  /** The images of the newest builds. */
  List<HistoryEntry> recent() throws IOException {
    List<IndexedRun> runs = distinct(runs(RECENT_BYTES));
    boolean isCut = file.stamp().filter(stamp -> stamp.bytes() > RECENT_BYTES).isPresent();
    // Of the first build some steps may lie before the cut.
    long first = isCut && !runs.isEmpty() ? runs.get(0).build() + 1 : 0;
    List<Long> builds = runs.stream().map(IndexedRun::build).distinct().toList();
    int more = builds.size() - RECENT_BUILDS;
    long from = more > 0 ? Math.max(first, builds.get(more)) : first;
    return ImageOfBuild.of(runs.stream().filter(run -> run.build() >= from).toList());
  }

  private List<IndexedRun> runs(int bytes) throws IOException {
    List<IndexedRun> runs = new ArrayList<>();
    for (String line : file.last(bytes)) {
      IndexedRun.read(line).ifPresent(runs::add);
    }
    return runs;
  }

  /** Each step once, as it was told last, by the number of its build. */
  private static List<IndexedRun> distinct(List<IndexedRun> runs) {
    record Step(long build, String id) {}

    Map<Step, IndexedRun> steps = new LinkedHashMap<>();
    runs.forEach(run -> steps.put(new Step(run.build(), run.step()), run));
    List<IndexedRun> sorted = new ArrayList<>(steps.values());
    sorted.sort(Comparator.comparingLong(IndexedRun::build));
    return sorted;
  }
}
