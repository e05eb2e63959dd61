package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineDisk;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.Sizes;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.nio.charset.StandardCharsets;
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

  /** What is left where the engine keeps its images, if that is a folder of this machine. */
  static Optional<PrepareEvent.StorageMeasured> measure(Engine engine) throws EngineException {
    return EngineDisk.of(engine)
        .room()
        .map(
            room ->
                new PrepareEvent.StorageMeasured(
                    room.folder().toString(), room.freeBytes(), room.totalBytes()));
  }

  /** A sentence, if the image would not fit as it was the last time. */
  Optional<String> warning(PrepareEvent.StorageMeasured room) {
    Optional<Long> took = state.read(FOLDER, file()).flatMap(DiskSpace::number);
    return took.filter(bytes -> room.freeBytes() < bytes).map(bytes -> sentence(room, bytes));
  }

  private static String sentence(PrepareEvent.StorageMeasured room, long took) {
    return "The engine has "
        + Sizes.words(room.freeBytes())
        + " left in "
        + room.folder()
        + ", and this image took "
        + Sizes.words(took)
        + " the last time; it may still fit, because layers that are there are shared, but free"
        + " space first if you can (docker system df shows what uses it).";
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
