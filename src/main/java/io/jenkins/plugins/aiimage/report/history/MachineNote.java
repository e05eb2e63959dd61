package io.jenkins.plugins.aiimage.report.history;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What runs said last of the machine that they ran on.
 *
 * @param machine its name
 * @param databases Trivy's that it has, by their names such as {@code vulnerabilities}
 * @param storage where its engine keeps images, if a run told
 */
public record MachineNote(
    String machine, Map<String, Database> databases, Optional<Storage> storage) {
  private static final int MOST_DATABASES = 9;

  public MachineNote {
    machine = Limits.reference(machine);
    Map<String, Database> sorted = new TreeMap<>();
    databases.forEach((name, database) -> sorted.put(Limits.name(name), database));
    while (sorted.size() > MOST_DATABASES) {
      sorted.remove(sorted.keySet().iterator().next());
    }
    databases = Map.copyOf(sorted);
  }

  /**
   * A database.
   *
   * @param updatedAt when Trivy's makers made it
   * @param seen when a run told of it
   */
  public record Database(Instant updatedAt, Instant seen) {}

  /**
   * A place for images.
   *
   * @param seen when a run told of it
   */
  public record Storage(String folder, long freeBytes, long totalBytes, Instant seen) {
    public Storage {
      folder = Limits.reference(folder);
      freeBytes = Math.max(0, freeBytes);
      totalBytes = Math.max(0, totalBytes);
    }
  }

  /** When a run told of the machine last; nothing is told of it before 1970. */
  public Instant seen() {
    Instant last = storage.map(Storage::seen).orElse(Instant.EPOCH);
    for (Database database : databases.values()) {
      last = database.seen().isAfter(last) ? database.seen() : last;
    }
    return last;
  }

  /** With what another note says of the same machine; of two words about one thing the later. */
  public MachineNote with(MachineNote other) {
    Map<String, Database> all = new TreeMap<>(databases);
    other.databases.forEach(
        (name, database) ->
            all.merge(name, database, (own, its) -> its.seen().isBefore(own.seen()) ? own : its));
    boolean isNewer =
        storage.isEmpty()
            || other
                .storage
                .filter(told -> !told.seen().isBefore(storage.get().seen()))
                .isPresent();
    return new MachineNote(machine, all, isNewer ? other.storage : storage);
  }
}
