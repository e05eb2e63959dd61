package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.report.Sizes;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether the engine has room for an image, by what it took when this machine last built it. Only
 * ever a warning: layers that the engine has already take no room again.
 */
record DiskSpace(StateFolder state, String repository) {
  private static final String FOLDER = "sizes";

  /** Notes the size of an image, and answers it: of its layers, unpacked. */
  Optional<Long> remember(Engine engine, String imageId) throws EngineException {
    Optional<Long> bytes = engine.image(imageId).map(Engine.LocalImage::bytes);
    bytes.ifPresent(took -> state.write(FOLDER, file(), String.valueOf(took)));
    return bytes;
  }

  /** A sentence, if the image would not fit as it was the last time. */
  Optional<String> warning(Engine engine) throws EngineException {
    Optional<Long> took = state.read(FOLDER, file()).flatMap(DiskSpace::number);
    // Whoever never built the image here need not ask the engine.
    Optional<Path> folder = took.isPresent() ? engine.dataRoot() : Optional.empty();
    Optional<Long> free = folder.flatMap(DiskSpace::usable);
    return free.isPresent() && free.get() < took.orElseThrow()
        ? Optional.of(sentence(folder.orElseThrow(), free.get(), took.get()))
        : Optional.empty();
  }

  private static String sentence(Path folder, long free, long took) {
    return "The engine has "
        + Sizes.words(free)
        + " left in "
        + folder
        + ", and this image took "
        + Sizes.words(took)
        + " the last time; it may still fit, because layers that are there are shared, but free"
        + " space first if you can (docker system df shows what uses it).";
  }

  private static Optional<Long> usable(Path folder) {
    try {
      return Optional.of(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private String file() {
    return Digest.of(repository.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
