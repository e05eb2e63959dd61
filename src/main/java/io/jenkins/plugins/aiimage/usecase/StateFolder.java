package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.build.engine.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * Small facts that a run leaves for the next on this machine. Losing them costs time, never
 * correctness, so nothing here fails.
 */
public record StateFolder(Path root) {

  /** {@code $AI_IMAGE_STATE}, or {@code ai-image} in the user's cache folder. */
  public static StateFolder of(Map<String, String> environment) {
    String own = environment.getOrDefault("AI_IMAGE_STATE", "");
    if (!own.isEmpty()) {
      return new StateFolder(Path.of(own).toAbsolutePath());
    }
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (cache.isEmpty()) {
      cache = environment.getOrDefault("LOCALAPPDATA", "");
    }
    Path folder =
        cache.isEmpty()
            ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache")
            : Path.of(cache);
    return new StateFolder(folder.resolve("ai-image").toAbsolutePath());
  }

  /** The part of it that another package keeps. */
  public Memory memory(String folder) {
    return new Memory() {
      @Override
      public Optional<String> read(String name) {
        return StateFolder.this.read(folder, name);
      }

      @Override
      public void write(String name, String text) {
        StateFolder.this.write(folder, name, text);
      }
    };
  }

  public Optional<String> read(String folder, String name) {
    try {
      return Optional.of(Files.readString(root.resolve(folder).resolve(name)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public void write(String folder, String name, String text) {
    try {
      Path target = Files.createDirectories(root.resolve(folder)).resolve(name);
      Path written = Files.createTempFile(target.getParent(), name, ".new");
      Files.writeString(written, text);
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // A read-only or full home: the next run asks again.
      return;
    }
  }
}
