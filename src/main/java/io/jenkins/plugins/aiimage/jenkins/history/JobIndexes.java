package io.jenkins.plugins.aiimage.jenkins.history;

import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The indexes of all jobs, each by the job's folder. What was read of one is remembered until its
 * file is another, so that a look at a job costs one look at a file's size and time.
 */
public final class JobIndexes {
  private static final Logger LOGGER = Logger.getLogger(JobIndexes.class.getName());
  private static final JobIndexes ALL = new JobIndexes();

  /** Memory that is not worth counting, and more jobs than a controller bears. */
  private static final int MOST_REMEMBERED = 20_000;

  private final Map<Path, Known> known = new ConcurrentHashMap<>();
  private final Set<Path> expected = ConcurrentHashMap.newKeySet();

  JobIndexes() {}

  public static JobIndexes get() {
    return ALL;
  }

  /** Where a job's index stands. */
  public enum State {
    /** The job has none, as far as anybody knows. */
    NONE,
    /** It has no run that prepared an image. */
    EMPTY,
    PRESENT,
    /** There should be one, and it is missing or holds nothing that can be read. */
    LOST
  }

  /** What was read of one file. */
  private record Known(
      LineFile.Stamp stamp,
      SoftReference<List<ImageHistory>> recent,
      SoftReference<List<ImageHistory>> all) {
    static Known at(LineFile.Stamp stamp) {
      return new Known(stamp, new SoftReference<>(null), new SoftReference<>(null));
    }

    Known withRecent(List<ImageHistory> images) {
      return new Known(stamp, new SoftReference<>(images), all);
    }

    Known withAll(List<ImageHistory> images) {
      return new Known(stamp, recent, new SoftReference<>(images));
    }
  }

  /**
   * Adds a run to a job's index; one that is there already changes nothing.
   *
   * @return whether there was an index before
   */
  public boolean add(Path folder, IndexedRun run) throws IOException {
    synchronized (lock(folder)) {
      JobIndex index = new JobIndex(folder);
      boolean was = index.stamp().isPresent();
      index.add(run);
      remember(folder);
      return was;
    }
  }

  /** Adds older runs, as far as they are not there. Of none, an empty index is left. */
  public void complete(Path folder, List<IndexedRun> runs) throws IOException {
    synchronized (lock(folder)) {
      new JobIndex(folder).complete(runs);
    }
  }

  /**
   * Says that this job has builds with images.
   *
   * @return whether this is news and the job has no index
   */
  public boolean expect(Path folder) {
    try {
      return remember(folder) && new JobIndex(folder).stamp().isEmpty();
    } catch (IOException e) {
      LOGGER.log(Level.FINE, e, () -> "the index in " + folder);
      return false;
    }
  }

  private boolean remember(Path folder) {
    return expected.size() < MOST_REMEMBERED && expected.add(folder);
  }

  /** Looks at the file at most, unless it changed. */
  public State state(Path folder) {
    try {
      Optional<LineFile.Stamp> stamp = new JobIndex(folder).stamp();
      if (stamp.isEmpty()) {
        return expected.contains(folder) ? State.LOST : State.NONE;
      }
      remember(folder);
      if (stamp.get().bytes() == 0) {
        return State.EMPTY;
      }
      return recent(folder).isEmpty() ? State.LOST : State.PRESENT;
    } catch (IOException e) {
      LOGGER.log(Level.FINE, e, () -> "the index in " + folder);
      return State.LOST;
    }
  }

  /** The images of the newest builds, at most a hundred; empty where nothing can be read. */
  public List<ImageHistory> recent(Path folder) {
    Known one = current(folder);
    List<ImageHistory> images = one == null ? List.of() : one.recent().get();
    if (images == null) {
      images = read(folder, JobIndex::recent);
      known.put(folder, one.withRecent(images));
    }
    return images;
  }

  /** The images of all builds that are known; empty where nothing can be read. */
  public List<ImageHistory> all(Path folder) {
    Known one = current(folder);
    List<ImageHistory> images = one == null ? List.of() : one.all().get();
    if (images == null) {
      images = read(folder, JobIndex::all);
      known.put(folder, one.withAll(images));
    }
    return images;
  }

  /** What is remembered of a file as it is now; null if there is none. */
  private Known current(Path folder) {
    try {
      LineFile.Stamp stamp = new JobIndex(folder).stamp().orElse(null);
      if (stamp == null) {
        known.remove(folder);
        return null;
      }
      Known one = known.get(folder);
      if (one == null || !one.stamp().equals(stamp)) {
        if (known.size() >= MOST_REMEMBERED) {
          known.clear();
        }
        one = Known.at(stamp);
        known.put(folder, one);
      }
      return one;
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, e, () -> "the index in " + folder + " cannot be read");
      return null;
    }
  }

  @FunctionalInterface
  private interface Reading {
    List<HistoryEntry> of(JobIndex index) throws IOException;
  }

  private static List<ImageHistory> read(Path folder, Reading reading) {
    try {
      return ImageHistory.of(reading.of(new JobIndex(folder)));
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, e, () -> "the index in " + folder + " cannot be read");
      return List.of();
    }
  }

  private static final Object[] LOCKS = new Object[64];

  static {
    for (int i = 0; i < LOCKS.length; i++) {
      LOCKS[i] = new Object();
    }
  }

  /** Of few locks, so that none has to be forgotten. */
  private static Object lock(Path folder) {
    return LOCKS[Math.floorMod(folder.hashCode(), LOCKS.length)];
  }
}
