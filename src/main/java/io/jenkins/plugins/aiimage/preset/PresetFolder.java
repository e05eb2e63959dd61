package io.jenkins.plugins.aiimage.preset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The files of a preset in a folder that is there only as long as it is needed, and the same on
 * every machine: the modes of files count for a content key.
 *
 * @param path absolute; nobody else knows its name
 */
public record PresetFolder(Preset preset, Path path) {

  /** A place for the files; nothing is there yet. */
  public static PresetFolder of(Preset preset) {
    Path parent = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    return new PresetFolder(preset, parent.resolve("ai-image-preset-" + UUID.randomUUID()));
  }

  public Path dockerfile() {
    return path.resolve(Preset.DOCKERFILE);
  }

  /**
   * Puts the files there.
   *
   * @throws IOException also if there is anything at this path
   */
  public void write() throws IOException {
    Files.createDirectory(path);
    permit(path, "rwx------");
    for (String file : preset.files()) {
      Path target = path.resolve(file);
      if (!Files.exists(target.getParent())) {
        Files.createDirectory(target.getParent());
        permit(target.getParent(), "rwxr-xr-x");
      }
      Files.write(target, preset.content(file));
      permit(target, "rw-r--r--");
    }
  }

  private static void permit(Path file, String permissions) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Path unused =
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
  }

  /** Takes away what was put there, and nothing else. */
  public void remove() {
    List<Path> files = new ArrayList<>(List.of(path));
    for (String file : preset.files()) {
      Path target = path.resolve(file);
      if (!files.contains(target.getParent())) {
        files.add(target.getParent());
      }
      files.add(target);
    }
    Collections.reverse(files);
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // It is a folder for temporary files; what is left there harms nobody.
        return;
      }
    }
  }
}
