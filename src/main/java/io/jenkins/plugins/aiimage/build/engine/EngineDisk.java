package io.jenkins.plugins.aiimage.build.engine;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The disk where an engine keeps its images.
 *
 * @param folder empty where that is no folder of this machine
 */
public record EngineDisk(Optional<Path> folder) {
  /**
   * What there is.
   *
   * @param freeBytes that this user may fill
   */
  public record Room(Path folder, long freeBytes, long totalBytes) {}

  public static EngineDisk of(Engine engine) throws EngineException {
    return new EngineDisk(engine.dataRoot());
  }

  /** As it is now; empty where nobody knows. */
  public Optional<Room> room() {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      FileStore store = Files.getFileStore(folder.get());
      return Optional.of(new Room(folder.get(), store.getUsableSpace(), store.getTotalSpace()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Bytes that this user may fill, as it is now; empty where nobody knows. */
  public Optional<Long> free() {
    return room().map(Room::freeBytes);
  }
}
